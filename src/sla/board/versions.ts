import { readDefinitionsVersion } from '../definitions/stored/definitions-store';
import type { SlaDefinitions } from '../engine/model';
import type { SlaRecord } from '../clocks/record/record';

/** While a change is being recomputed two or three versions are about; older records show again once they were recomputed. */
const MOST_FORMER = 3;

/**
 * The definitions each record was computed with: a recalculation takes a while on a large site, and the board must not
 * go empty meanwhile.
 */
export async function definitionsOf(
  records: readonly SlaRecord[],
  current: SlaDefinitions,
): Promise<(record: SlaRecord) => SlaDefinitions | undefined> {
  const former = [...new Set(records.map(({ state }) => state.version))]
    .filter((version) => version !== current.version)
    .sort((left, right) => right - left)
    .slice(0, MOST_FORMER);
  const read = await Promise.all(former.map(readDefinitionsVersion));
  const known = new Map<number, SlaDefinitions>([[current.version, current]]);
  for (const each of read) if (each !== null) known.set(each.version, each);
  return ({ state }) => known.get(state.version);
}
