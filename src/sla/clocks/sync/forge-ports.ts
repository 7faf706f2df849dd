import { type HistoryPage, searchHistories } from '../../../platform/jira/issues/history-search';
import { countIssues } from '../../../platform/jira/search/search';
import { REQUEST_PROPERTY, SLA_PROPERTY } from '../../../kernel/names';
import { cancelJob, resumeJob } from '../../../work/job';
import { startJob } from '../../../work/jobs';
import type { Instant, SlaDefinitions } from '../../engine/model';
import { readDefinitionsVersion, readStoredDefinitions } from '../../definitions/stored/definitions-store';
import { slaRecords } from '../record/record-store';
import { fieldIdsOfSite } from '../follow/jira-fields';
import { commentPeopleOf } from '../follow/comment-people';
import { historyFields, slaPorts } from '../follow/forge-ports';
import { categoriesOfSite } from '../follow/status-categories';
import { ORIGIN_FIELDS } from './adoptable';
import { BACKFILL, lookingBack, newJob, readJob, type Job } from './backfill-job';
import type { PageRequest } from './ports';

/** The runtime of one issue, and what jobs over many need beyond it. */
export const bulkPorts = {
  ...slaPorts,
  definitions: async (): Promise<SlaDefinitions> => (await readStoredDefinitions()).definitions,
  /** A former version of them; `null` when it is not kept any more. */
  version: readDefinitionsVersion,
  records: slaRecords,
  /** The app's own fields on this site; a search brings their values along. */
  fieldIds: fieldIdsOfSite,
  search: async (page: PageRequest, definitions: SlaDefinitions): Promise<HistoryPage> =>
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
  /** About how many work items a query finds, as the app. @throws JiraRefused on a query that is none. */
  count: countIssues,
  categories: categoriesOfSite,
  /** What those who commented are to a work item; nobody is asked about whose comments are `kept`. */
  people: commentPeopleOf,
};

/**
 * Starts adopting issues and computing records in the background; with `since`, also of work items that have finished and
 * changed since then. Answers the job's id.
 */
export async function requestBackfill(reason: Job['reason'], since?: Instant): Promise<string> {
  const job = lookingBack(newJob(reason, Date.now(), await readJob()), since);
  await startJob(BACKFILL, job);
  return job.id;
}

/** Stops the job under way after its current page; what it has computed stays. */
export const cancelBackfill = (): Promise<void> => cancelJob(BACKFILL, Date.now());

/** Goes on with a job that was cancelled or failed; nothing happens when it runs or is done. */
export const resumeBackfill = (): Promise<void> => resumeJob(BACKFILL, Date.now());
