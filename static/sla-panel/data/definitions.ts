/**
 * Definitions reach a browser once per version: kept in its local storage, which is this app's alone on this site. A change
 * of names or of how clocks are shown makes no new copy on issues: the browser asks again after four hours.
 */
import * as v from 'valibot';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { type Answer, call } from '../../shared/api';
import { keep, kept } from '../../shared/kept';

const KEY = 'pledge.sla-definitions';
const ASKED_KEY = 'pledge.sla-definitions-asked';
const FRESH_MS = 4 * 3_600_000;

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
export const keptDefinitions = (): SlaDefinitions | null => kept(KEY, storedSchema);

/** Whether the backend was asked lately. */
const isFresh = (): boolean => Date.now() - (kept(ASKED_KEY, v.number()) ?? 0) < FRESH_MS;

/** What the backend answered, or what this browser has where that is the same version; kept as clocks are shown now. */
export function definitionsIn(
  { definitions, display }: Pick<Answer<'sla.definitions'>, 'definitions' | 'display'>,
  before: SlaDefinitions | null,
): SlaDefinitions {
  const known = definitions ?? before;
  if (known === null) throw new Error('The backend answered without definitions.');
  const shown = { ...known, display };
  keep(KEY, shown);
  keep(ASKED_KEY, Date.now());
  return shown;
}

/** Definitions of at least a version: from this browser, else from the backend. */
export async function definitionsFrom(version: number): Promise<SlaDefinitions> {
  const before = keptDefinitions();
  const good = before !== null && before.version >= version;
  if (good && isFresh()) return before;
  try {
    const asked = before === null ? {} : { version: before.version, part: before.part === true };
    return definitionsIn(await call('sla.definitions', asked), before);
  } catch (error) {
    if (good) return before;
    throw error;
  }
}
