/** Jobs as Forge calls for them. */
import { readHealth, writeHealth, type SlaHealthDocument } from '../health/document';
import { bulkPorts, enqueueJob, jobPorts } from './live-ports';
import { reconcile } from './reconcile';
import { runJob, type Adopt } from './run-job';

/** Works on a backfill; hands what is left to a fresh invocation. */
export async function runBackfill(id: string, adopt: Adopt): Promise<void> {
  const outcome = await runJob(jobPorts(adopt), id);
  if (outcome === 'again') await enqueueJob(id);
  else if (outcome !== 'done') await enqueueJob(id, Math.max(0, outcome.at - Date.now()));
}

/** Finds what events missed and writes down what it repaired. */
export async function reconcileNow(): Promise<SlaHealthDocument> {
  const health = await reconcile(bulkPorts, await readHealth());
  await writeHealth(health);
  return health;
}
