import type { Calendar } from '../calendar/calendar';
import { timeMs } from '../calendar/local-date';
import type { DurationMs, FieldValue, Instant, Target } from '../model';
import { numberOf } from './condition';
import { type LiveFields, type Slots, valueIn } from './slots';

/** What a target asks of one cycle. */
export interface Aim {
  /** Working milliseconds; null when nothing is promised. */
  readonly ms: DurationMs | null;
  /** The due instant, when the target is one and no pause moves it. */
  readonly fixed?: Instant;
  /** The due instant of a business-day target while no pause has moved it. */
  readonly nominal?: Instant;
}

const DATE_ONLY = /^\d{4}-\d\d-\d\d$/;

/**
 * The instant a field names: a date alone is the beginning of that day in the calendar's zone (sla-rules §5.7); NaN when
 * empty.
 */
export const instantIn = (value: FieldValue, calendar: Calendar): Instant => {
  const text = value[0];
  return text !== undefined && DATE_ONLY.test(text) ? calendar.instantAt(text, 0) : numberOf(value);
};

const dateAim = (
  target: Extract<Target, { kind: 'dateField' }>,
  calendar: Calendar,
  text: string,
): Instant => {
  if (!DATE_ONLY.test(text)) return Date.parse(text);
  return calendar.instantAt(text, timeMs(target.time));
};

const insideHours = (
  calendar: Calendar,
  at: Instant,
  outside: 'previousClosing' | 'nextOpening',
): Instant => {
  const moved = outside === 'previousClosing' ? calendar.prevWorking(at) : calendar.nextWorking(at);
  return Number.isFinite(moved) ? moved : at;
};

const relativeAim = (
  target: Extract<Target, { kind: 'relative' }>,
  calendar: Calendar,
  start: Instant,
): Instant => {
  const date = calendar.workingDate(start, target.days);
  if (date === undefined) return Infinity;
  if (target.by === 'endOfDay') return calendar.endOfDay(date) ?? Infinity;
  return calendar.instantAt(date, timeMs(target.by));
};

const fixedAt = (calendar: Calendar, start: Instant, due: Instant): Aim =>
  Number.isFinite(due) ? { ms: calendar.workingMs(start, due), fixed: due } : { ms: null };

type FieldTarget = Extract<Target, { readonly field: string }>;

/** The aim of a target that needs nothing but its calendar. */
const plainAim = (target: Exclude<Target, FieldTarget>, calendar: Calendar, start: Instant): Aim => {
  switch (target.kind) {
    case 'none':
      return { ms: null };
    case 'duration':
      return { ms: target.ms };
    case 'businessDays': {
      const same = calendar.addBusinessDays(start, target.days);
      if (!Number.isFinite(same)) return { ms: null };
      const due = target.endOfDay ? (calendar.endOfDay(calendar.localDate(same)) ?? same) : same;
      return { ms: calendar.workingMs(start, due), nominal: due };
    }
    case 'relative':
      return fixedAt(calendar, start, relativeAim(target, calendar, start));
  }
};

/**
 * The aim of a target for a cycle that starts at an instant; undefined when a field it reads is empty, so that the
 * cycle can't start yet.
 */
export const aimOf = (
  target: Target,
  calendar: Calendar,
  start: Instant,
  fields: LiveFields,
  slots: Slots,
): Aim | undefined => {
  if (target.kind === 'durationField') {
    const ms = numberOf(valueIn(fields, slots.of(target.field))) * target.unitMs;
    return ms > 0 ? { ms } : undefined;
  }
  if (target.kind === 'dateField') {
    const text = valueIn(fields, slots.of(target.field))[0];
    const due = text ? dateAim(target, calendar, text) : NaN;
    if (Number.isNaN(due)) return undefined;
    return fixedAt(calendar, start, insideHours(calendar, due, target.outside));
  }
  return plainAim(target, calendar, start);
};

/**
 * When a cycle that starts at an instant and never pauses would be due; undefined for targets that need a field of the
 * issue, or promise nothing.
 */
export const dueAfter = (target: Target, calendar: Calendar, start: Instant): Instant | undefined => {
  if (target.kind === 'dateField' || target.kind === 'durationField') return undefined;
  const { ms, fixed, nominal } = plainAim(target, calendar, start);
  if (ms === null) return undefined;
  return fixed ?? nominal ?? calendar.addWorking(start, ms);
};
