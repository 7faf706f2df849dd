/** The one long job of the SLA: takes over what there is, and brings records to the definitions in force. */
import * as v from 'valibot';
import { type Job as JobOf, newRun, readJob as readRun, type JobType } from '../../../work/job';
import { countsSchema } from '../../definitions/domain/answers/changes';

const PHASES = ['adopt', 'open', 'stale', 'wait'] as const;

/**
 * `adopt`: issues that carry a request of the catalog. `open`: open issues in scope, and those that ended since `since`.
 * `stale`: open records that were computed with older definitions and are in neither. `wait`: until a change takes effect.
 */
export type Phase = (typeof PHASES)[number];

const backfillSchema = v.object({
  reason: v.picklist(['installed', 'imported', 'definitions', 'asked']),
  phases: v.array(v.picklist(PHASES)),
  /** Phases left out because Jira refused what they ask for. */
  refused: v.optional(v.array(v.picklist(PHASES))),
  pageToken: v.optional(v.string()),
  checked: v.number(),
  changed: v.number(),
  adopted: v.number(),
  /** About how many work items there are to look at; unknown until the first page. */
  total: v.optional(v.number()),
  /** The change of the definitions it carries through. */
  version: v.optional(v.number()),
  /** Finished work items that changed since then are looked at too. */
  since: v.optional(v.number()),
  /** `wait` ends then. */
  resumesAt: v.optional(v.number()),
  counts: v.optional(countsSchema),
  changedIssues: v.optional(v.number()),
  logPages: v.optional(v.number()),
});
export type Backfill = v.InferOutput<typeof backfillSchema>;
export type Job = JobOf<Backfill>;

export const BACKFILL: JobType<Backfill> = { kind: 'backfill', schema: backfillSchema };

export const readJob = (): Promise<Job | null> => readRun(BACKFILL);

/** The job that also looks at work items which have finished and changed since then, if it does not look further back already. */
export const lookingBack = (job: Job, since: number | undefined): Job =>
  since === undefined ? job : { ...job, since: Math.min(since, job.since ?? since) };

/**
 * A fresh job. It takes the place of one under way, whose next step finds itself replaced and ends; an adoption
 * that was not finished is begun again, and finished work items the former still had to look at are looked at by this one.
 */
export function newJob(reason: Job['reason'], now: number, former: Job | null): Job {
  const unfinished = former?.state === 'running' ? former : null;
  const adopts = reason !== 'definitions' || (unfinished?.phases.includes('adopt') ?? false);
  const work: Backfill = {
    reason,
    phases: adopts ? ['adopt', 'open', 'stale'] : ['open', 'stale'],
    checked: 0,
    changed: 0,
    adopted: 0,
    ...(unfinished?.since === undefined ? {} : { since: unfinished.since }),
  };
  return newRun(work, null, now);
}
