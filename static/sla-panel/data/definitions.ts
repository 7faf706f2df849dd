/**
 * Definitions reach a browser once per version: kept in its local storage, which is this app's alone on this site. A change
 * of names or of how clocks are shown makes no new copy on issues: the browser asks again after four hours.
 */
import * as v from 'valibot';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { type Answer, call } from '../../shared/api';

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
export function keptDefinitions(): SlaDefinitions | null {
  try {
    const parsed = v.safeParse(storedSchema, JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

function keepDefinitions(definitions: SlaDefinitions): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(definitions));
    localStorage.setItem(ASKED_KEY, String(Date.now()));
  } catch {
    // Full or forbidden: the next view asks again.
  }
}

/** Whether the backend was asked lately. */
function isFresh(): boolean {
  try {
    return Date.now() - Number(localStorage.getItem(ASKED_KEY)) < FRESH_MS;
  } catch {
    return true;
  }
}

/** What the backend answered, or what this browser has where that is the same version; kept as clocks are shown now. */
export function definitionsIn(
  { definitions, display }: Pick<Answer<'sla.definitions'>, 'definitions' | 'display'>,
  kept: SlaDefinitions | null,
): SlaDefinitions {
  const known = definitions ?? kept;
  if (known === null) throw new Error('The backend answered without definitions.');
  const shown = { ...known, display };
  keepDefinitions(shown);
  return shown;
}

/** Definitions of at least a version: from this browser, else from the backend. */
export async function definitionsFrom(version: number): Promise<SlaDefinitions> {
  const kept = keptDefinitions();
  const good = kept !== null && kept.version >= version;
  if (good && isFresh()) return kept;
  try {
    const answer = await call(
      'sla.definitions',
      kept === null ? {} : { version: kept.version, part: kept.part === true },
    );
    return definitionsIn(answer, kept);
  } catch (error) {
    if (good) return kept;
    throw error;
  }
}
