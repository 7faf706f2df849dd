/** The reconciliation as the clock calls for it. */
import { readHealth, writeHealth, type SlaHealthDocument } from '../notes/notes';
import { bulkPorts } from './forge-ports';
import { reconcile } from './reconcile';

/** Finds what events missed and writes down what it repaired. */
export async function reconcileNow(): Promise<SlaHealthDocument> {
  const health = await reconcile(bulkPorts, await readHealth());
  await writeHealth(health);
  return health;
}
