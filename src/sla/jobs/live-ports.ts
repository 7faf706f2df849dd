import { searchHistories } from '../../platform/jira/history-search';
import { pushEvents } from '../../platform/queue/push';
import { REQUEST_PROPERTY, SLA_PROPERTY } from '../../shared/domain/names';
import { readStoredDefinitions } from '../definitions-store';
import { slaRecords } from '../record';
import { fieldIdsOfSite } from '../runtime/jira-fields';
import { categoriesOfSite, restFields, slaPorts } from '../runtime/live-ports';
import { newJob, readJob, writeJob, type Job } from './job';
import type { BulkPorts } from './ports';
import type { Adopt, JobPorts } from './run-job';

export const JOB_QUEUE = 'jobs';

export const bulkPorts: BulkPorts = {
  ...slaPorts,
  definitions: async () => (await readStoredDefinitions()).definitions,
  records: slaRecords,
  fieldIds: fieldIdsOfSite,
  search: async (page, definitions) =>
    searchHistories({
      ...page,
      fields: [...restFields(definitions), ...(await fieldIdsOfSite()).values()],
      properties: [SLA_PROPERTY, REQUEST_PROPERTY],
    }),
  categories: categoriesOfSite,
};

export const jobPorts = (adopt: Adopt): JobPorts => ({
  ...bulkPorts,
  readJob,
  writeJob,
  adopt,
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

/** Goes on with a job in a fresh invocation. */
export const enqueueJob = async (id: string): Promise<void> => {
  await pushEvents(JOB_QUEUE, [{ body: { kind: 'backfill', id }, serialise: 'backfill' }]);
};

/** Starts adopting issues and computing records in the background; answers the job's id. */
export async function requestBackfill(reason: Job['reason']): Promise<string> {
  const id = crypto.randomUUID();
  await writeJob(newJob(id, reason, Date.now(), await readJob()));
  await enqueueJob(id);
  return id;
}

/** Stops the job under way after its current page; what it has computed stays. */
export async function cancelBackfill(): Promise<void> {
  const job = await readJob();
  if (job?.state === 'running') await writeJob({ ...job, state: 'cancelled', updatedAt: Date.now() });
}
