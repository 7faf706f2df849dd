/** Dry runs and logs as resolvers and the queue call for them. */
import { readJob } from '../../../work/job';
import { startJobAtOnce } from '../../../work/jobs';
import type { Editor } from '../../../kernel/audit';
import { readStoredDefinitions } from '../stored/definitions-store';
import { readLogPage } from '../../clocks/sync/change-log';
import { bulkPorts } from '../../clocks/sync/forge-ports';
import { recalculation } from '../../clocks/sync/progress';
import type {
  ChangePlan,
  ChangeTarget,
  CycleChange,
  DryRun,
  Recalculation,
  SlaChange,
} from '../domain/answers/changes';
import { dryRunWith, newDryRun } from './dry-run';
import { DRY_RUN, dryRunOf } from './dry-run-store';
import { readChanges, withUndo } from '../stored/changes';

export const dryRunJob = dryRunWith(bulkPorts);

/** Begins a dry run in place of the last one, and ends it when the site is small. @throws CONFLICT, INVALID_DEFINITION */
export async function startDryRun(
  version: number,
  target: ChangeTarget,
  plan: ChangePlan,
  editor: Editor,
): Promise<DryRun> {
  const begun = await newDryRun(bulkPorts, version, target, plan, editor);
  await startJobAtOnce(dryRunJob, begun);
  return dryRunOf((await readJob(DRY_RUN)) ?? begun);
}

export async function dryRun(id: string): Promise<DryRun | null> {
  const job = await readJob(DRY_RUN);
  return job?.id === id ? dryRunOf(job) : null;
}

export async function changes(now: number): Promise<{
  readonly version: number;
  readonly changes: readonly SlaChange[];
  readonly recalculation: Recalculation | null;
}> {
  const [{ definitions }, all, job] = await Promise.all([
    readStoredDefinitions(),
    readChanges(),
    recalculation(),
  ]);
  return { version: definitions.version, changes: withUndo(all, now), recalculation: job };
}

export async function changeLog(
  version: number,
  page: number,
  now: number,
): Promise<{ readonly rows: readonly CycleChange[]; readonly pages: number }> {
  const [all, rows] = await Promise.all([readChanges(), readLogPage(version, page, now)]);
  return { rows, pages: all.find((change) => change.version === version)?.logPages ?? 0 };
}
