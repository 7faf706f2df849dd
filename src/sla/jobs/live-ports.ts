import { countIssues, searchHistories } from '../../platform/jira/history-search';
import { pushEvents } from '../../platform/queue/push';
import { REQUEST_PROPERTY, SLA_PROPERTY } from '../../kernel/names';
import { noteOutcome } from '../change/history';
import type { Instant } from '../domain/model';
import { readDefinitionsVersion, readStoredDefinitions } from '../definitions-store';
import { slaRecords } from '../record';
import { fieldIdsOfSite } from '../runtime/jira-fields';
import { commentPeopleOf } from '../runtime/comment-people';
import { historyFields, slaPorts } from '../runtime/live-ports';
import { categoriesOfSite } from '../runtime/status-categories';
import { ORIGIN_FIELDS } from './adoptable';
import { writeLogPage } from './change-log';
import { lookingBack, newJob, readJob, writeJob, type Job } from './job';
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
      fields: [
        ...new Set([
          ...(await historyFields(definitions)),
          ...ORIGIN_FIELDS,
          ...(await fieldIdsOfSite()).values(),
        ]),
      ],
      properties: [SLA_PROPERTY, REQUEST_PROPERTY],
    }),
  categories: categoriesOfSite,
  people: commentPeopleOf,
};

export const jobPorts = (adopt: Adopt): JobPorts => ({
  ...bulkPorts,
  readJob,
  writeJob,
  adopt,
  count: countIssues,
  formerDefinitions: (version) => readDefinitionsVersion(version - 1),
  writeLog: (version, page, rows) => writeLogPage(version, page, rows, Date.now()),
  noteOutcome: async ({ version, counts, changedIssues = 0, logPages = 0 }) => {
    if (version !== undefined) await noteOutcome(version, { counts, changedIssues, logPages });
  },
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

/** Goes on with a job in a fresh invocation, after a while of at most 15 minutes: one that waits longer is put off again. */
export const enqueueJob = async (id: string, afterMs = 0): Promise<void> => {
  const delaySeconds = afterMs / 1000;
  await pushEvents(JOB_QUEUE, [{ body: { kind: 'backfill', id }, serialise: 'backfill', delaySeconds }]);
};

/**
 * Starts adopting issues and computing records in the background; with `since`, also of work items that have finished and
 * changed since then. Answers the job's id.
 */
export async function requestBackfill(reason: Job['reason'], since?: Instant): Promise<string> {
  const id = crypto.randomUUID();
  const job = newJob(id, reason, Date.now(), await readJob());
  await writeJob(lookingBack(job, since));
  await enqueueJob(id);
  return id;
}

/** Stops the job under way after its current page; what it has computed stays. */
export async function cancelBackfill(): Promise<void> {
  const job = await readJob();
  if (job?.state === 'running') await writeJob({ ...job, state: 'cancelled', updatedAt: Date.now() });
}

/** Goes on with a job that was cancelled or failed; nothing happens when it runs or is done. */
export async function resumeBackfill(): Promise<void> {
  const job = await readJob();
  if (job?.state !== 'cancelled' && job?.state !== 'failed') return;
  await writeJob({ ...job, state: 'running', updatedAt: Date.now() });
  await enqueueJob(job.id);
}
