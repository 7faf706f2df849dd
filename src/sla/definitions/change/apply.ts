/** Saving a change with a scope, and undoing one. */
import { enqueueJob, startWrite } from '../../../work/job';
import { notFound } from '../../../kernel/errors';
import { senseless } from '../../../kernel/senseless';
import type { Editor } from '../../../kernel/audit';
import { planChange, type PlannedChange, storeChange } from '../change-definitions';
import { readDefinitionsVersion } from '../stored/definitions-store';
import type { Problem } from '../domain';
import type { SlaDefinitions } from '../../engine/model';
import { reveals } from '../../engine/compiled/requesters';
import { BACKFILL, lookingBack, newJob, readJob, type Job } from '../../clocks/sync/backfill-job';
import { recalculationOf } from '../../clocks/sync/progress';
import type { ChangeApplied, ChangePlan, ChangeTarget } from '../domain/answers/changes';
import { jiraWarnings } from './jira-warnings';
import { refuseBadQueries } from './query-problems';
import { readChanges, UNDO_MS } from '../stored/changes';
import { changeOf, effectOf, impactOf, scopeFor } from './target';

/** Further ahead nobody knows what else will have changed by then. */
const MOST_AHEAD_MS = 7 * 24 * 3_600_000;

/** What a change touches, checked as a save would be. @throws CONFLICT, INVALID_DEFINITION */
export async function assessChange(version: number, target: ChangeTarget, editor: Editor) {
  const change = await planned(version, target, { scope: 'replay' }, editor);
  const { current, next, problems, differences } = change;
  await refuseBadQueries(change);
  const impact = impactOf(current, next);
  const warnings = await warningsOf(change);
  return { impact, differences, scope: scopeFor(impact), problems: [...problems, ...warnings] };
}

export async function planned(version: number, target: ChangeTarget, plan: ChangePlan, editor: Editor) {
  if (plan.from !== undefined && plan.from > editor.now + MOST_AHEAD_MS) {
    throw senseless('tooFarAhead');
  }
  return planChange(changeOf(version, target, effectOf(plan, editor.now)), editor);
}

/**
 * Stores the next version and brings the records to it in the background; what changes words only looks at no record.
 * @throws CONFLICT, INVALID_DEFINITION
 */
export async function applyChange(
  version: number,
  target: ChangeTarget,
  plan: ChangePlan,
  editor: Editor,
): Promise<ChangeApplied> {
  const change = await planned(version, target, plan, editor);
  const impact = impactOf(change.current, change.next);
  if (impact === 'none') throw senseless('nothingDiffers');
  await refuseBadQueries(change);
  const clocks = impact === 'goals' || impact === 'conditions';
  const idle = impact === 'words' || impact === 'unused';
  const rewritten = reveals(change.current, change.next);
  const own = idle && !rewritten ? null : await jobFor(change.next, clocks ? plan : null, editor.now);
  // What Jira shows of every work item, finished ones too, follows what requesters may see.
  const job = own === null || !rewritten ? own : lookingBack(own, 0);
  await storeChange(change, editor, {
    details: clocks ? detailsOf(plan, editor.now) : {},
    alongside: job === null ? [] : [startWrite(BACKFILL, job)],
  });
  if (job !== null) await enqueueJob(BACKFILL, job.id);
  return {
    definitions: change.next,
    problems: [...change.problems, ...(await warningsOf(change))],
    recalculation: job && recalculationOf(job),
  };
}

/** What Jira does not have of what is being saved. */
async function warningsOf({ change: { subject }, next }: PlannedChange): Promise<readonly Problem[]> {
  const metric = next.metrics.find(({ id }) => subject === `metric:${id}`);
  return metric === undefined ? [] : jiraWarnings(metric);
}

const detailsOf = (plan: ChangePlan, now: number) => {
  const { scope, from } = effectOf(plan, now);
  const chosen =
    plan.scope === 'closed' ? { closedSince: from } : scope === 'replay' || from === now ? {} : { from };
  return { scope: plan.scope, ...chosen };
};

async function jobFor(next: SlaDefinitions, plan: ChangePlan | null, now: number): Promise<Job> {
  const job = newJob('definitions', now, await readJob());
  const effect = plan === null ? null : effectOf(plan, now);
  const later = effect !== null && effect.scope !== 'replay' && effect.from > now;
  return {
    ...lookingBack(job, plan?.scope === 'closed' && effect !== null ? effect.from : undefined),
    version: next.version,
    ...(later ? { resumesAt: effect.from, phases: [...job.phases, 'wait', 'open'] } : {}),
  };
}

/** @throws NOT_FOUND when it can't be undone any more; CONFLICT */
export async function rollBack(version: number, undo: number, editor: Editor): Promise<ChangeApplied> {
  const changes = await readChanges();
  const undone = changes.find((change) => change.version === undo);
  const former = await readDefinitionsVersion(undo - 1);
  if (
    undone === undefined ||
    former === null ||
    undone.undoneBy !== undefined ||
    undone.at + UNDO_MS <= editor.now
  )
    throw notFound('A change that can still be undone');
  const change = await planChange(
    {
      version,
      action: 'sla.rolledBack',
      subject: undone.subject,
      ...(undone.subjectName && { subjectName: undone.subjectName }),
      apply: () => former,
      // Word for word what it was: its past included, and nothing of what is undone.
      effect: 'asItIs',
    },
    editor,
  );
  const rewritten = reveals(change.current, change.next);
  const since = rewritten ? 0 : Math.min(...changes.filter((each) => each.version >= undo).map(sinceOf));
  const job: Job = {
    ...lookingBack(newJob('definitions', editor.now, await readJob()), since),
    version: change.next.version,
  };
  await storeChange(change, editor, {
    details: { undoes: undo },
    alongside: [startWrite(BACKFILL, job)],
  });
  await enqueueJob(BACKFILL, job.id);
  return { definitions: change.next, problems: change.problems, recalculation: recalculationOf(job) };
}

const sinceOf = ({
  at,
  closedSince = at,
}: {
  readonly at: number;
  readonly closedSince?: number | undefined;
}) => Math.min(at, closedSince);
