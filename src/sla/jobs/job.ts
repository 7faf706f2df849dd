/** The one long job of the SLA: its checkpoint, so that it can be stopped, resumed and watched. */
import * as v from 'valibot';
import { readBlob, writeBlob } from '../../platform/storage/blobs';

const KEY = 'sla:job';

const PHASES = ['adopt', 'open', 'stale'] as const;

/**
 * `adopt`: issues that carry a request of the catalog. `open`: open issues in scope. `stale`: open records that
 * were computed with older definitions and are in neither.
 */
export type Phase = (typeof PHASES)[number];

const jobSchema = v.object({
  schema: v.literal(1),
  id: v.string(),
  reason: v.picklist(['installed', 'imported', 'definitions', 'asked']),
  startedAt: v.number(),
  updatedAt: v.number(),
  phases: v.array(v.picklist(PHASES)),
  pageToken: v.optional(v.string()),
  checked: v.number(),
  changed: v.number(),
  adopted: v.number(),
  state: v.picklist(['running', 'done', 'cancelled', 'failed']),
});
export type Job = v.InferOutput<typeof jobSchema>;

export const readJob = (): Promise<Job | null> => readBlob(KEY, jobSchema);
export const writeJob = (job: Job): Promise<void> => writeBlob(KEY, job, 'one');

/**
 * A fresh job. It takes the place of one under way, whose next step finds itself replaced and ends; an adoption
 * that was not finished is begun again.
 */
export function newJob(id: string, reason: Job['reason'], now: number, former: Job | null): Job {
  const adopts = reason !== 'definitions' || (former?.state === 'running' && former.phases.includes('adopt'));
  return {
    schema: 1,
    id,
    reason,
    startedAt: now,
    updatedAt: now,
    phases: adopts ? ['adopt', 'open', 'stale'] : ['open', 'stale'],
    checked: 0,
    changed: 0,
    adopted: 0,
    state: 'running',
  };
}
