/** Wall-clock times of a test case as instants, and back. */
import { dayNumberOf, DAY_MS, timeMs } from '../../../engine/calendar/local-date';
import { instantOf, offsetAt, zoneTable } from '../../../engine/calendar/zone';
import type { DurationMs, Instant, LocalDateTime } from '../../../engine/model';

const FORM = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d)(?:\.(\d{3}))?)?(Z|([+-])(\d\d):(\d\d))?$/;
/** Wider than any offset from UTC. */
const AROUND = 2 * DAY_MS;
const MINUTE = 60_000;

export interface LocalMoment {
  readonly at: Instant;
  /** How finely it was written: a minute, a second or a millisecond. */
  readonly precisionMs: DurationMs;
}

/**
 * The instant of a wall-clock time in a zone; `null` when the text is no time. A time that the zone skips is the first
 * instant after the gap, one that it repeats is the earlier.
 * @throws UnknownZoneError
 */
export const readLocal = (text: LocalDateTime, zone: string): LocalMoment | null => {
  const found = FORM.exec(text);
  if (!found) return null;
  const [, date = '', clock = '', seconds, millis, offset] = found;
  const wall = dayNumberOf(date) * DAY_MS + timeMs(`${clock}:${seconds ?? '00'}`) + Number(millis ?? 0);
  if (Number.isNaN(wall)) return null;
  const precisionMs = millis !== undefined ? 1 : seconds !== undefined ? 1000 : MINUTE;
  if (offset !== undefined) return { at: wall - offsetOf(found), precisionMs };
  return { at: instantOf(zoneTable(zone, wall - AROUND, wall + AROUND), wall, 'earlier'), precisionMs };
};

const offsetOf = ([, , , , , , sign, hours, minutes]: RegExpExecArray): DurationMs =>
  sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;

/**
 * An instant as a wall-clock time that `readLocal` reads back exactly: no finer than needed, with an offset only where
 * the wall clock alone would mean another instant.
 * @throws UnknownZoneError
 */
export const writeLocal = (at: Instant, zone: string): LocalDateTime => {
  const wall = at + offsetAt(zoneTable(zone, at - AROUND, at + AROUND), at);
  const text = shortest(wall);
  return readLocal(text, zone)?.at === at ? text : `${shortest(at)}Z`;
};

const shortest = (wall: number): string => {
  const iso = new Date(wall).toISOString();
  if (wall % MINUTE === 0) return iso.slice(0, 16);
  return wall % 1000 === 0 ? iso.slice(0, 19) : iso.slice(0, 23);
};
