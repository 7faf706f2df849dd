import { dayNumberOf, DAY_MS } from './local-date';
import type { Instant } from '../model';

const FORM =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|([+-])([01]\d|2[0-3]):?([0-5]\d)?)?$/;
const MINUTE = 60_000;

/** Why a text is no instant: it has another form, its day does not exist, or no zone says which instant it means. */
export type InstantFault = 'form' | 'day' | 'zone';

const offsetMs = (sign = '+', hours = '0', minutes = '0'): number =>
  (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;

/**
 * The instant (UTC ms) that an ISO 8601 text names, or why it names none. The text has a date, a time to the minute or
 * finer, and `Z` or an offset (`+02:00`, `+0200`, `+02`); digits finer than a millisecond are dropped. The day must exist
 * and the zone must be written: neither is guessed, so the process's own zone never matters.
 */
export const readInstant = (text: string): Instant | InstantFault => {
  const found = FORM.exec(text);
  if (!found) return 'form';
  const [, date = '', hours, minutes, seconds = '0', fraction = '', zone, sign, zoneHours, zoneMinutes] =
    found;
  const day = dayNumberOf(date);
  if (Number.isNaN(day)) return 'day';
  if (zone === undefined) return 'zone';
  const clock = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000;
  const millis = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return day * DAY_MS + clock + millis - offsetMs(sign, zoneHours, zoneMinutes);
};
