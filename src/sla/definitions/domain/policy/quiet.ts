import { type Calendar, NEVER } from '../../../engine/calendar/calendar';
import { compileCalendar } from '../../../engine/calendar/compile';
import { WEEKDAYS } from '../../../engine/calendar/local-date';
import type { CalendarDefinition, Hours, Instant } from '../../../engine/model';
import type { QuietHours } from './model';

/** The hours in which people may be told: what quiet hours leave of a day. */
const loudHours = (from: string, to: string): readonly Hours[] => {
  if (from > to) return [[to, from]];
  const around: readonly Hours[] = [
    ['00:00', from],
    [to, '24:00'],
  ];
  return around.filter(([start, end]) => start !== end);
};

const loudCalendar = ({ zone, from, to, days }: Extract<QuietHours, { kind: 'hours' }>): Calendar => {
  const hours = loudHours(from, to);
  const definition: CalendarDefinition = {
    id: 'quiet-hours',
    name: 'quiet-hours',
    zone,
    week: Object.fromEntries(WEEKDAYS.filter((day) => !days.includes(day)).map((day) => [day, hours])),
    holidays: [],
    holidaySetIds: [],
    exceptions: [],
  };
  return compileCalendar(definition);
};

/**
 * When quiet hours that hold at an instant end; `undefined` when people may be told now. `counted` is the calendar the
 * promise is counted on. Daylight saving is followed as calendars do.
 */
export const quietUntil = (quiet: QuietHours, counted: Calendar, at: Instant): Instant | undefined => {
  if (quiet.kind === 'off') return undefined;
  const loud = quiet.kind === 'hours' ? loudCalendar(quiet) : counted;
  if (loud.isWorking(at)) return undefined;
  const end = loud.nextOpening(at);
  return end === NEVER || !Number.isFinite(end) ? undefined : end;
};
