import type { CalendarDefinition } from '../../src/sla/engine';
import { referenceIntervals } from '../../test/sla-vectors/reference';
import { generator } from './measure';
import type { Bound } from './peer';

const MINUTE = 60_000;
const DAY = 86_400_000;
const SWITCHES = [2019, 2022, 2024].flatMap((year) => [Date.UTC(year, 2, 28), Date.UTC(year, 9, 28)]);
const SPANS = 60;

interface Span {
  readonly from: number;
  readonly to: number;
  readonly ms: number;
}

/** Spans around offset changes with the right answer, from a slow reading of the rules that shares no code with anyone. */
export const spansOf = (calendar: CalendarDefinition): readonly Span[] => {
  const random = generator(7);
  const known = SWITCHES.map((at) => referenceIntervals(calendar, at - 12 * DAY, at + 12 * DAY));
  return Array.from({ length: SPANS }, (_, i) => {
    const around = SWITCHES[i % SWITCHES.length] ?? 0;
    const from = around + Math.round((random() * 8 - 9) * 1440) * MINUTE;
    const to = from + Math.round(random() * 8 * 1440) * MINUTE;
    const ms = (known[i % known.length] ?? []).reduce(
      (sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
      0,
    );
    return { from, to, ms };
  });
};

const isOff = (ours: () => number, right: number): boolean => {
  try {
    return !(Math.abs(ours() - right) < MINUTE);
  } catch {
    return true;
  }
};

/** How many spans come out wrong by a minute or more, and how many additions do not take back what was measured. */
export const wrongAnswers = (bound: Bound, spans: readonly Span[], calendar: CalendarDefinition) => {
  const between = spans.filter((span) => isOff(() => bound.between(span.from, span.to), span.ms)).length;
  const { add } = bound;
  if (!add) return { between, add: undefined };
  const wrong = spans.filter((span) => {
    if (span.ms === 0) return false;
    const right = exactEnd(calendar, span);
    return isOff(() => add(span.from, span.ms), right);
  }).length;
  return { between, add: wrong };
};

/** Where the span's working time is used up: the end of the last work in it. */
const exactEnd = (calendar: CalendarDefinition, { from, to }: Span): number => {
  const last = referenceIntervals(calendar, from, to).at(-1);
  return Math.min(to, last?.[1] ?? to);
};
