/** Time zones of an ICS file: its own `VTIMEZONE`s, and IANA zones it only names. */
import ICAL from 'ical.js';
import { DAY_MS } from '../calendar/local-date';
import { instantOf, isKnownZone, zoneTable } from '../calendar/zone';

/** Wider than any offset from UTC. */
const AROUND = 2 * DAY_MS;

/** An IANA zone as the reader asks for one: the offset (seconds east of UTC) at a wall-clock time; a repeated time is the earlier. */
class IanaZone extends ICAL.Timezone {
  constructor(private readonly zone: string) {
    super({ tzid: zone });
  }

  override utcOffset(time: ICAL.Time): number {
    const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
    return (wall - instantOf(zoneTable(this.zone, wall - AROUND, wall + AROUND), wall, 'earlier')) / 1000;
  }
}

/** The zone named by an event's start, when it names one. */
export const zoneNamedBy = (part: ICAL.Component): string | undefined => {
  const named = part.getFirstProperty('dtstart')?.getParameter('tzid');
  return typeof named === 'string' ? named : undefined;
};

/**
 * Makes the zones of a file known to the reader, and forgets those of the file before it. A zone that the file names
 * without describing it counts as the IANA zone of that name. Returns whether a name is known.
 */
export const registerZones = (file: ICAL.Component): ((name: string) => boolean) => {
  const service = ICAL.TimezoneService;
  service.reset();
  for (const described of file.getAllSubcomponents('vtimezone')) service.register(described);
  for (const part of file.getAllSubcomponents('vevent')) {
    const name = zoneNamedBy(part);
    if (name !== undefined && !service.has(name) && isKnownZone(name))
      service.register(new IanaZone(name), name);
  }
  return (name) => service.has(name);
};
