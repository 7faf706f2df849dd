import { ZeroCalendarError } from '../../src/sla/engine';
import { type Answer, answer, iso } from './answer';
import { type CalendarVector, definitionOf } from './calendar-vector';
import { referenceIntervals, referenceMs } from './reference';

/** Passed as asserted; passed by our own rule where the tool follows another; or failed. */
export type Verdict =
  | { readonly kind: 'same' }
  | { readonly kind: 'differs'; readonly rule: string; readonly ours: string; readonly theirs: string }
  | { readonly kind: 'failed'; readonly ours: string; readonly theirs: string };

const expectation = (vector: CalendarVector): Answer =>
  vector.expectSeconds ??
  vector.expectInstant ??
  vector.expectDate ??
  vector.expectBool ??
  vector.expectDays ??
  vector.expectIntervals;

const text = (value: unknown): string =>
  typeof value === 'string'
    ? value.replace('.000Z', 'Z')
    : (JSON.stringify(value) ?? 'nothing').replaceAll('.000Z', 'Z');

/** Where the answer agrees with what the oracle gives for our convention. */
const byVariant = (vector: CalendarVector, ours: string): string | undefined => {
  const variants = vector.oracle?.variants ?? {};
  const is = (name: string): boolean => name in variants && text(variants[name]) === ours;
  if (vector.op === 'workingTimeBetween' && is('zeroIfReversed'))
    return 'sla-rules §4.11: a reversed interval is 0';
  if (is('eager')) {
    return vector.deviation
      ? 'sla-rules §4.1: the tail after midnight belongs to its start day'
      : 'sla-rules §4.11: an exact fit ends at closing (eager)';
  }
  if (is('snap')) return 'sla-rules §4.11: no time from outside hours snaps to working time';
  if (is('identity')) return 'sla-rules §4.11: no time from inside hours or a closing stays where it is';
  if (is('halfOpen'))
    return vector.deviation
      ? `sla-rules §1.3: breaks are never working (${vector.deviation})`
      : 'sla-rules §1.3: the closing instant is not working';
  if (is('v') && vector.deviation?.includes('tail'))
    return 'sla-rules §4.1: the tail after midnight belongs to its start day';
  if (is('v')) return 'sla-rules §4.5: a bound inside the gap moves to the first instant after it';
  return undefined;
};

const truncated = (vector: CalendarVector, ours: Answer): string | undefined => {
  const { truncatedTo, expectSeconds } = vector;
  if (truncatedTo === undefined || expectSeconds === undefined || typeof ours !== 'number') return undefined;
  return Math.trunc(ours / truncatedTo) * truncatedTo === expectSeconds
    ? 'sla-rules §1.3: durations keep milliseconds, only display rounds'
    : undefined;
};

const confirmed = (vector: CalendarVector, ours: string): boolean => {
  const definition = definitionOf(vector);
  const from = Date.parse(vector.from ?? '');
  const to = Date.parse(vector.to ?? vector.expectInstant ?? '') + 86_400_000;
  switch (vector.op) {
    case 'workingTimeBetween':
      return text(referenceMs(definition, from, Date.parse(vector.to ?? '')) / 1000) === ours;
    case 'addWorkingTime':
      return referenceMs(definition, from, Date.parse(ours)) === (vector.durationSeconds ?? 0) * 1000;
    case 'workingIntervals': {
      const end = to - 86_400_000;
      const cut = referenceIntervals(definition, from, end).map(([a, b]) => [
        iso(Math.max(a, from)),
        iso(Math.min(b, end)),
      ]);
      return text(cut) === ours;
    }
    default:
      return false;
  }
};

/** Where no variant is given, a second reading of our rules must agree. */
const byReference = (vector: CalendarVector, ours: string): string | undefined => {
  if (vector.deviation)
    return confirmed(vector, ours)
      ? 'sla-rules §4.1: the tail after midnight belongs to its start day'
      : undefined;
  if (!vector.toolVariants) return undefined;
  return confirmed(vector, ours)
    ? 'sla-rules §4.5: an ambiguous start is the earlier, an ambiguous end the later'
    : undefined;
};

/** Counting days: the suites disagree with each other, none is checked by the oracle; ours is sla-rules §4.10. */
const byDayCount = (vector: CalendarVector, ours: Answer): string | undefined => {
  if (vector.op === 'workingDaysBetween' && ours === 0 && (vector.expectDays ?? 0) < 0)
    return 'sla-rules §4.11: a reversed interval is 0';
  if (vector.op !== 'addWorkingDays' || typeof ours !== 'string') return undefined;
  const definition = definitionOf(vector);
  const from = Date.parse(vector.from ?? `${vector.date}T00:00:00Z`);
  const days = vector.days ?? 0;
  const span = (Math.abs(days) * 3 + 14) * 86_400_000;
  const around = referenceIntervals(definition, from - span, from + span);
  const starts = [...new Set(around.map(([opening]) => iso(opening).slice(0, 10)))];
  const inside = around.find(([opening, closing]) => opening <= from && from < closing);
  const snapped =
    inside ??
    (days < 0
      ? around.findLast(([, closing]) => closing <= from)
      : around.find(([opening]) => opening > from));
  const base = starts.indexOf(iso(snapped?.[0] ?? NaN).slice(0, 10));
  return starts[base + days] === ours.slice(0, 10)
    ? 'sla-rules §4.10: outside hours days count from the next opening (backwards: from the closing before)'
    : undefined;
};

const answered = (vector: CalendarVector): Answer | ZeroCalendarError => {
  try {
    return answer(vector);
  } catch (error) {
    if (error instanceof ZeroCalendarError) return error;
    throw error;
  }
};

/** Runs one calendar vector; `undefined` when we have no such operation. */
export const judgeCalendarVector = (vector: CalendarVector): Verdict | undefined => {
  const theirs = text(expectation(vector));
  const result = answered(vector);
  if (result instanceof ZeroCalendarError) {
    const none = theirs === '0' || theirs === '[]' || theirs === 'false';
    return none
      ? {
          kind: 'differs',
          rule: 'sla-rules §4.6: a calendar without working time is refused',
          ours: result.code,
          theirs,
        }
      : { kind: 'failed', ours: result.code, theirs };
  }
  if (result === undefined) return undefined;
  const ours = text(result);
  if (ours === theirs) return { kind: 'same' };
  const rule =
    byVariant(vector, ours) ??
    truncated(vector, result) ??
    byReference(vector, ours) ??
    byDayCount(vector, result);
  return rule === undefined ? { kind: 'failed', ours, theirs } : { kind: 'differs', rule, ours, theirs };
};
