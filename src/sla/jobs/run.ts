/** Jobs as Forge calls for them. */
import { readHealth, writeHealth, type SlaHealthDocument } from '../health/document';
import { bulkPorts, enqueueJob, jobPorts } from './live-ports';
import { reconcile } from './reconcile';
import { runJob, type Adopt } from './run-job';

/** Works on a backfill; hands what is left to a fresh invocation. */
export async function runBackfill(id: string, adopt: Adopt): Promise<void> {
  if ((await runJob(jobPorts(adopt), id)) === 'again') await enqueueJob(id);
}

/** Finds what events missed and writes down what it repaired. */
export async function reconcileNow(): Promise<SlaHealthDocument> {
  const health = await reconcile(bulkPorts, await readHealth());
  await writeHealth(health);
  return health;
}
