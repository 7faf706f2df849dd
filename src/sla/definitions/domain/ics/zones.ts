/** Time zones of an ICS file: its own `VTIMEZONE`s, and IANA zones it only names. */
import ICAL from 'ical.js';
import { DAY_MS } from '../../../engine/calendar/local-date';
import { instantOf, isKnownZone, zoneTable } from '../../../engine/calendar/zone';
import type { Instant } from '../../../engine/model';
import type { Block } from './lines';

/** The instant of a wall-clock time that is given as if it were UTC; of a repeated time the earlier. */
export type Zone = (wall: number) => Instant;

export const UTC: Zone = (wall) => wall;

/** Spans of a zone are asked for in whole stretches, so that each is worked out once. */
const STRETCH = 366 * DAY_MS;

const ianaZone =
  (name: string): Zone =>
  (wall) => {
    const from = Math.floor(wall / STRETCH) * STRETCH;
    return instantOf(zoneTable(name, from - STRETCH, from + 2 * STRETCH), wall, 'earlier');
  };

const describedZone = (text: string): Zone => {
  const zone = new ICAL.Timezone({ component: new ICAL.Component(ICAL.parse(text) as unknown[]) });
  return (wall) => {
    const date = new Date(wall);
    const time = new ICAL.Time(
      {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
      },
      zone,
    );
    return wall - zone.utcOffset(time) * 1000;
  };
};

const read = (text: string): Zone | undefined => {
  try {
    const zone = describedZone(text);
    zone(0);
    return zone;
  } catch {
    return undefined;
  }
};

/** Says what zone a name stands for: as the file describes it, else the IANA zone of that name, else undefined. */
export const zonesOf = (blocks: readonly Block[]): ((name: string) => Zone | undefined) => {
  const known = new Map<string, Zone | undefined>();
  for (const { name, properties, text } of blocks) {
    const id = properties.find((each) => each.name === 'TZID')?.value;
    if (name !== 'VTIMEZONE' || id === undefined) continue;
    const described = read(text);
    if (described) known.set(id, described);
  }
  return (name) => {
    if (!known.has(name)) known.set(name, isKnownZone(name) ? ianaZone(name) : undefined);
    return known.get(name);
  };
};
