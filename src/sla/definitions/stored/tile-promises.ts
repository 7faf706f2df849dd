/** What items promise before anybody fills their forms: as lists of them show it. */
import { singletonRev } from '../../../platform/storage/documents';
import { calendarOf, inForce, promise, type SlaDefinitions } from '../../engine';
import { watchedFields } from '../../engine/history';
import type { Fields } from '../../engine/model';
import { cached } from '../../../work/cache';
import { SINGLETON } from './definitions-at';
import { EMPTY_DEFINITIONS } from './definitions-schema';
import { readStoredDefinitions } from './definitions-store';

export interface TilePromise {
  /** So long, in working time where the goal counts it. */
  readonly ms: number;
  /** Of a working day (ms); left out where a day has 24 hours. */
  readonly dayMs?: number;
  /** Answers may make it another. */
  readonly varies?: true;
}

interface Asked {
  readonly metricId: string;
  readonly fields: Fields;
  /** Fields that answers set. */
  readonly asked: readonly string[];
}

/** Which definitions are in force: what is promised by them stays the same. */
export const promisesVersion = (): Promise<number> => singletonRev(SINGLETON);

/**
 * Answers what each of many items promises at an instant, by the version in force; `null` where requesters are told no date, or no length can be told before
 * somebody answers. Items alike are computed once.
 */
export async function tilePromises(
  version: number,
  now: number,
): Promise<(item: Asked) => TilePromise | null> {
  const definitions = inForce(await definitionsOf(version), now);
  const known = new Map<string, TilePromise | null>();
  return (item) => {
    const key = JSON.stringify(item);
    const found = known.get(key);
    if (found !== undefined) return found;
    const told = promiseOf(definitions, item, now);
    known.set(key, told);
    return told;
  };
}

/** Of a version that was read just now: kept by the process until there is another. */
const definitionsOf = async (version: number): Promise<SlaDefinitions> =>
  (version === 0
    ? null
    : await cached('sla:tile-promises', String(version), async () => ({
        // The process keeps the whole of it already: this is one more name for it.
        value: (await readStoredDefinitions()).definitions,
        size: 0,
      }))) ?? EMPTY_DEFINITIONS;

function promiseOf(
  definitions: SlaDefinitions,
  { metricId, fields, asked }: Asked,
  now: number,
): TilePromise | null {
  const metrics = definitions.metrics.filter(
    ({ id, visibility }) => id === metricId && visibility === 'date',
  );
  if (metrics.length === 0) return null;
  const own = { ...definitions, metrics };
  const promised = promise(own, fields, now)[0];
  const watched = watchedFields(own);
  const length = promised && lengthOf(own, promised);
  return length ? { ...length, ...(asked.some((field) => watched.has(field)) && { varies: true }) } : null;
}

/** Targets that look at a field are known once it is answered. */
function lengthOf(
  definitions: SlaDefinitions,
  { goal: { target }, calendarId }: ReturnType<typeof promise>[number],
): TilePromise | null {
  const day = calendarId === null ? undefined : calendarOf(definitions, calendarId).nominalDayMs;
  const dayMs = day === undefined ? {} : { dayMs: day };
  if (target.kind === 'duration') return { ms: target.ms, ...dayMs };
  const days = target.kind === 'businessDays' || target.kind === 'relative' ? target.days : 0;
  return days > 0 ? { ms: days * (day ?? 86_400_000), ...dayMs } : null;
}
