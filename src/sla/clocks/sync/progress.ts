/** How far the recalculation is, for every screen that shows numbers of records. */
import type { Recalculation } from '../../definitions/domain/answers/changes';
import { type Job, readJob } from './backfill-job';

export function recalculationOf(job: Job): Recalculation {
  const total = Math.max(job.total ?? 0, job.checked);
  const waiting = job.state === 'running' && job.phases[0] === 'wait';
  const done = job.state === 'done';
  return {
    id: job.id,
    state: waiting ? 'waiting' : job.state,
    reason: job.reason,
    ...(job.version === undefined ? {} : { version: job.version }),
    checked: job.checked,
    total,
    percent: done ? 100 : total === 0 ? 0 : Math.min(99, Math.floor((job.checked / total) * 100)),
    changed: job.changed,
    startedAt: job.startedAt,
    ...(waiting && job.resumesAt !== undefined ? { resumesAt: job.resumesAt } : {}),
  };
}

/** The recalculation under way or last done; `null` when there never was one. One storage read. */
export async function recalculation(): Promise<Recalculation | null> {
  const job = await readJob();
  return job === null ? null : recalculationOf(job);
}
