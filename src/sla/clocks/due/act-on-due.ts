/** What a due event leads to: for one work item, or for all that have something to be told. */
import type { Delivery } from '../../../work/delivery';
import { onDue, type DueOutcome } from './on-due';
import { FLUSH_RUN } from '../follow/flush-run';
import type { DueEvent } from '../follow/ports';
import { putOff } from './put-off';
import { flushDeferred, type FlushPorts } from './flush';

/** Forge repeats an event this late at most; what is put off for longer is found by the sweep. */
const MOST_LATER_MS = 15 * 60_000;

/** Brings the record of an issue to its due instant and carries out what is due; or tells what was held for many. What fails is put off. */
export async function actOnDue(
  site: FlushPorts,
  { issueId, gatherUntil }: Pick<DueEvent, 'issueId' | 'gatherUntil'>,
  delivery: Delivery,
): Promise<DueOutcome> {
  if (issueId === FLUSH_RUN) return { kind: 'done', fired: await flushDeferred(site, delivery) };
  try {
    return await onDue(site.ports, site.actors, issueId, delivery, gatherUntil);
  } catch (error) {
    const afterMs = await putOff(site.ports, issueId, error);
    return afterMs > MOST_LATER_MS ? { kind: 'nothing' } : { kind: 'later', afterMs };
  }
}
