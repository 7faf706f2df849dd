/** Definitions reach a browser once per version: kept in its local storage, which is this app's alone on this site. */
import * as v from 'valibot';
import type { SlaDefinitions } from '../../../src/sla/domain/model';
import { call } from '../../shared/api';

const KEY = 'pledge.sla-definitions';

const storedSchema = v.custom<SlaDefinitions>(
  (value) =>
    v.is(
      v.looseObject({
        schema: v.literal(1),
        version: v.number(),
        calendars: v.array(v.looseObject({ id: v.string() })),
        holidaySets: v.array(v.looseObject({ id: v.string() })),
        metrics: v.array(v.looseObject({ id: v.string() })),
      }),
      value,
    ),
  'not definitions of this version of the app',
);

/** What this browser has; null when nothing, or storage is closed to it. */
export function keptDefinitions(): SlaDefinitions | null {
  try {
    const parsed = v.safeParse(storedSchema, JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

export function keepDefinitions(definitions: SlaDefinitions): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(definitions));
  } catch {
    // Full or forbidden: the next view asks again.
  }
}

/** Definitions of at least a version: from this browser, else from the backend. */
export async function definitionsFrom(version: number): Promise<SlaDefinitions> {
  const kept = keptDefinitions();
  if (kept !== null && kept.version >= version) return kept;
  const answer = await call('sla.definitions', kept === null ? {} : { version: kept.version });
  const definitions = answer.definitions ?? kept;
  if (definitions === null) throw new Error('The backend answered without definitions.');
  keepDefinitions(definitions);
  return definitions;
}
