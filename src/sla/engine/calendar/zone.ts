import type { Instant } from '../model';

/** UTC offset changes of one zone over a span of instants; the only place that asks Intl. */
export interface ZoneTable {
  readonly zone: string;
  /** Covered span, `[from, to)`. */
  readonly from: Instant;
  readonly to: Instant;
  /** Instants at which the offset changes. */
  readonly changes: readonly Instant[];
  /** `offsets[0]` before the first change, `offsets[i + 1]` from `changes[i]` on; milliseconds east of UTC. */
  readonly offsets: readonly number[];
}

export class UnknownZoneError extends Error {
  readonly code = 'UNKNOWN_ZONE';
  constructor(readonly zone: string) {
    super(`"${zone}" is not a known time zone. Use an IANA name such as Europe/Berlin.`);
  }
}

const SECOND = 1000;
/** Shorter than any period between two offset changes on record (Ramadan time lasts about 29 days). */
const STEP = 14 * 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const tables = new Map<string, ZoneTable>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
    return format;
  } catch {
    throw new UnknownZoneError(zone);
  }
};

/** Whether Intl knows the zone. */
export const isKnownZone = (zone: string): boolean => {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
};

/** Milliseconds east of UTC at an instant, straight from Intl (slow: tables ask it, questions don't). */
export const offsetFromIntl = (zone: string, at: Instant): number => {
  const text = formatOf(zone).format(at);
  const found = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
  if (!found?.[1]) return 0;
  const seconds = Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0);
  return (found[1] === '-' ? -seconds : seconds) * SECOND;
};

const firstWith = (zone: string, before: Instant, after: Instant, offset: number): Instant => {
  let low = before;
  let high = after;
  while (high - low > SECOND) {
    const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND;
    if (offsetFromIntl(zone, middle) === offset) low = middle;
    else high = middle;
  }
  return high;
};

const scan = (zone: string, from: Instant, to: Instant) => {
  const changes: Instant[] = [];
  const offsets = [offsetFromIntl(zone, from)];
  let offset = offsets[0] ?? 0;
  for (let at = from; at < to;) {
    const next = Math.min(at + STEP, to);
    const there = offsetFromIntl(zone, next);
    if (there !== offset) {
      changes.push(firstWith(zone, at, next, offset));
      offsets.push(there);
      offset = there;
    }
    at = next;
  }
  return { changes, offsets };
};

const extend = (old: ZoneTable, from: Instant, to: Instant): ZoneTable => {
  const head = from < old.from ? scan(old.zone, from, old.from) : { changes: [], offsets: [] };
  const tail = to > old.to ? scan(old.zone, old.to, to) : { changes: [], offsets: [] };
  return {
    zone: old.zone,
    from: Math.min(from, old.from),
    to: Math.max(to, old.to),
    changes: [...head.changes, ...old.changes, ...tail.changes],
    offsets: [...head.offsets, ...old.offsets.slice(head.offsets.length ? 1 : 0), ...tail.offsets.slice(1)],
  };
};

/**
 * The offset changes of a zone over at least `[from, to)`. Tables are shared and grow; bounds are whole seconds.
 * @throws UnknownZoneError
 */
export const zoneTable = (zone: string, from: Instant, to: Instant): ZoneTable => {
  const low = Math.floor(from / SECOND) * SECOND;
  const high = Math.ceil(to / SECOND) * SECOND;
  const old = tables.get(zone);
  if (old && old.from <= low && old.to >= high) return old;
  const grown = old ? extend(old, low, high) : { zone, from: low, to: high, ...scan(zone, low, high) };
  tables.set(zone, grown);
  return grown;
};

/** How many changes lie at or before an instant. */
const changesUntil = (changes: readonly Instant[], at: Instant): number => {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changes[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Milliseconds east of UTC at an instant the table covers. */
export const offsetAt = (table: ZoneTable, at: Instant): number =>
  table.offsets[changesUntil(table.changes, at)] ?? 0;

/**
 * The instant of a wall-clock time, given as if it were UTC. A time that doesn't exist is the first instant after the
 * gap; a time that exists twice is the earlier or the later one, as asked (sla-rules §4.5).
 */
export const instantOf = (table: ZoneTable, wall: number, side: 'earlier' | 'later'): Instant => {
  const { changes, offsets } = table;
  for (let k = changesUntil(changes, wall + 86_400_000) - 1; k >= 0; k--) {
    const change = changes[k] ?? 0;
    const before = offsets[k] ?? 0;
    const after = offsets[k + 1] ?? 0;
    if (wall < change + Math.min(before, after)) continue;
    if (after > before && wall < change + after) return change;
    if (after < before && wall < change + before) return wall - (side === 'earlier' ? before : after);
    return wall - after;
  }
  return wall - (offsets[0] ?? 0);
};
