import { instantOf, offsetAt, zoneTable } from '../../../../src/sla/engine/calendar/zone';

const DAY = 86_400_000;

/** The first instant of tomorrow in an IANA zone, whatever its clocks do today. */
export function endOfDay(now: number, zone: string): number {
  const table = zoneTable(zone, now - 2 * DAY, now + 2 * DAY);
  const wall = now + offsetAt(table, now);
  return instantOf(table, (Math.floor(wall / DAY) + 1) * DAY, 'earlier');
}
