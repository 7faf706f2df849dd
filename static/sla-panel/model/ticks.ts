/** Where dates and times stand under an axis, in the viewer's zone. */
import { dayNumberOf, localDateOf } from '../../../src/sla/engine/calendar/local-date';
import { formatDay, formatTime } from '../../shared/dates';
import { instantAtWall, wallTime } from '../../shared/wall-time';
import type { Span } from './axis';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Distances people read easily: minutes, hours, days, weeks. */
const STEPS = [HOUR / 12, HOUR / 4, HOUR / 2, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR].concat(
  [1, 2, 7, 14, 28, 84, 364].map((days) => days * DAY),
);

/** A day there, as the calendar of the viewer's zone has it: 23 to 25 hours. */
export interface Day extends Span {
  readonly date: string;
}

/** The days of the viewer's calendar that a span touches, in order; they adjoin. */
export const daysOf = ({ from, to }: Span): readonly Day[] => {
  const days: Day[] = [];
  let date = wallTime(from).slice(0, 10);
  for (let start = midnight(date); start < to || days.length === 0;) {
    const next = localDateOf(dayNumberOf(date) + 1);
    const end = midnight(next);
    days.push({ date, from: start, to: end });
    [date, start] = [next, end];
  }
  return days;
};

const midnight = (date: string): number => instantAtWall(`${date}T00:00`) ?? Date.parse(date);

const MOST_TICKS = 8;

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** At most eight round moments inside a span: a date where a day begins, a time of day between. */
export const ticksOf = (span: Span): readonly Tick[] => {
  const step = STEPS.find((each) => (span.to - span.from) / each <= MOST_TICKS) ?? Infinity;
  const days = daysOf(span);
  if (step >= DAY) {
    const every = step / DAY;
    return inside(
      span,
      days.flatMap(({ from }, i) => (i % every === 0 ? [dayTick(from)] : [])),
    );
  }
  return inside(
    span,
    days.flatMap(({ date, from }) =>
      Array.from({ length: DAY / step }, (_, i) => {
        const clock = new Date(i * step).toISOString().slice(11, 16);
        const at = instantAtWall(`${date}T${clock}`) ?? from;
        return i === 0 ? dayTick(from) : { at, label: formatTime(at) };
      }),
    ),
  );
};

const dayTick = (at: number): Tick => ({ at, label: formatDay(at) });

/** Those with room for their label. */
const inside = ({ from, to }: Span, ticks: readonly Tick[]): readonly Tick[] =>
  ticks.filter(({ at }) => from < at && at < to - (to - from) * 0.06);
