/** What items promise before anybody fills their forms: as lists of them show it. */
import { type DocumentHead, readDocument } from '../../../platform/storage/documents';
import { calendarOf, inForce, promise, type SlaDefinitions } from '../../engine';
import { watchedFields } from '../../engine/history';
import type { Fields } from '../../engine/model';
import { SINGLETON } from './definitions-at';
import { readStoredDefinitions } from './definitions-store';
import { wholeAt } from './whole-schema';

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

/** Where the definitions in force stand: while it stays, so does what is promised. */
export const promisesHead = (): Promise<DocumentHead | null> => readDocument(SINGLETON);

/**
 * Answers what each of many items promises at an instant, by the version in force; `null` where requesters are told no date, or no length can be told before
 * somebody answers. Items alike are computed once.
 */
export async function tilePromises(
  head: DocumentHead | null,
  now: number,
): Promise<(item: Asked) => TilePromise | null> {
  const definitions = inForce(await definitionsOf(head), now);
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

/** What a head that was read just now points to, or what is in force where it was replaced since. */
const definitionsOf = async (head: DocumentHead | null): Promise<SlaDefinitions> =>
  ((await wholeAt(head)) ?? (await readStoredDefinitions())).definitions;

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
