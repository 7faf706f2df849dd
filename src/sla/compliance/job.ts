/** The one count under way or last done: which periods, and how far it is. */
import { isUnderWay, type Job, type JobType, newRun } from '../../work/job';
import type { Instant, SlaDefinitions } from '../engine/model';
import { isKnownZone } from '../engine';
import { periodAt, periodBefore } from './domain/period';
import { type Count, countSchema, type CountTask } from './schemas';
import { judgedAgreements } from './terms';

/** Events of a period's last minutes come late, and breaches are excused later still. */
const COUNTED_AFTER_MS = 10 * 24 * 3_600_000;
export type CountJob = Job<Count>;

export const COMPLIANCE: JobType<Count> = { kind: 'compliance', schema: countSchema };

/** Whether a period of the agreement is being counted. */
export const countsAgreement = (job: CountJob | null, agreementId: string, now: Instant): boolean =>
  isUnderWay(job, now) && job.tasks.some((task) => task.agreementId === agreementId);

/** Every period that is counted by itself: the one under way, and for ten days the one before it. */
export const dailyTasks = (definitions: SlaDefinitions, now: Instant): readonly CountTask[] =>
  judgedAgreements(definitions).flatMap(({ id: agreementId, terms: { review } }) => {
    if (!isKnownZone(review.zone)) return [];
    const current = periodAt(review, now);
    const former = periodBefore(review, current);
    return [current, former]
      .filter(({ to }) => to + COUNTED_AFTER_MS > now)
      .map(({ key }) => ({ agreementId, key, renew: false }));
  });

/** A fresh count, which takes the place of one under way and does what that had to do as well. */
export function newCount(tasks: readonly CountTask[], former: CountJob | null, now: Instant): CountJob {
  const unfinished = isUnderWay(former, now) ? former.tasks : [];
  const same = (left: CountTask) => (right: CountTask) =>
    left.agreementId === right.agreementId && left.key === right.key;
  const others = unfinished.filter((task) => !tasks.some(same(task)));
  return newRun({ tasks: [...tasks, ...others], projects: [], read: 0, tallies: [] }, null, now);
}
