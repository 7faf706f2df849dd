import { readLocal } from '../../src/sla/definitions/domain/testcases/local-time';
import { offsetFromIntl } from '../../src/sla/engine/calendar/zone';
import { viewer } from './context';
import { zoneLabel } from './dates';
import { t } from './i18n';

const MINUTE = 60_000;
const pad = (value: number): string => String(Math.trunc(value)).padStart(2, '0');

/** The wall clock at an instant (ms) in the viewer's zone or another, as inputs of a date and a time hold it: `YYYY-MM-DDTHH:MM`. */
export const wallTime = (at: number, zone: string = viewer().zone): string =>
  new Date(at + offsetFromIntl(zone, at)).toISOString().slice(0, 16);

/**
 * The instant (ms) that a wall-clock time means in the viewer's zone or another; undefined while it is empty or half
 * typed. A time that the zone skips is the first after the gap, one that it repeats the earlier.
 */
export const instantAtWall = (text: string, zone: string = viewer().zone): number | undefined =>
  readLocal(text, zone)?.at;

/** An instant as the wall clock there with its offset: `2026-12-01T00:30+01:00`. Its first ten letters are the day there. */
export function zonedText(at: number, zone: string = viewer().zone): string {
  const offset = Math.round(offsetFromIntl(zone, at) / MINUTE);
  const size = Math.abs(offset);
  return `${wallTime(at, zone)}${offset < 0 ? '-' : '+'}${pad(size / 60)}:${pad(size % 60)}`;
}

/** Says in whose zone times are typed. `at` (ms): zones are named as they are at an instant. */
export const zoneNote = (at: number, zone: string = viewer().zone): string =>
  t('common.zoneNote', { zone: `${zone} (${zoneLabel(zone, at)})` });
