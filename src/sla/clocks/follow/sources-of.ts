import { isCurrent } from '../../engine/revisions/former';
import type { SlaDefinitions } from '../../engine/model';
import type { BulkPorts } from '../sync/ports';

/** The definitions that records were computed with, each version read once; `null` when it is not kept any more. */
export function sourcesOf(
  { version }: Pick<BulkPorts, 'version'>,
  current: SlaDefinitions,
): (dv: number) => Promise<SlaDefinitions | null> {
  const known = new Map<number, Promise<SlaDefinitions | null>>();
  return (dv) => {
    if (isCurrent(current, dv)) return Promise.resolve(current);
    const source = known.get(dv) ?? version(dv);
    known.set(dv, source);
    return source;
  };
}
