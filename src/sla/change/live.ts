/** Dry runs and logs as resolvers and the queue call for them. */
import { countIssues } from '../../platform/jira/history-search';
import { pushEvents } from '../../platform/queue/push';
import type { Editor } from '../config/change-definitions';
import { readStoredDefinitions } from '../definitions-store';
import { readLogPage } from '../jobs/change-log';
import { bulkPorts, JOB_QUEUE } from '../jobs/live-ports';
import { recalculation } from '../jobs/progress';
import type {
  ChangePlan,
  ChangeTarget,
  CycleChange,
  DryRun,
  Recalculation,
  SlaChange,
} from '../domain/answers/changes';
import { type DryRunPorts, newDryRun, workOnDryRun } from './dry-run';
import { dryRunOf, readDryRun, writeDryRun } from './dry-run-store';
import { readChanges, withUndo } from './history';

/** A resolver has 25 seconds: small sites have their answer before it goes on in the background. */
const AT_ONCE_MS = 8_000;
/** Forge ends a job's invocation after 15 minutes. */
const BUDGET_MS = 8 * 60_000;

const ports: DryRunPorts = { ...bulkPorts, count: countIssues, readDryRun, writeDryRun };

const enqueue = async (id: string): Promise<void> => {
  await pushEvents(JOB_QUEUE, [{ body: { kind: 'dryRun', id }, serialise: 'dryRun' }]);
};

/** Begins a dry run, and ends it when the site is small. @throws CONFLICT, INVALID_DEFINITION */
export async function startDryRun(
  version: number,
  target: ChangeTarget,
  plan: ChangePlan,
  editor: Editor,
): Promise<DryRun> {
  const begun = await newDryRun(ports, version, target, plan, editor);
  const document = (await workOnDryRun(ports, begun.id, AT_ONCE_MS)) ?? begun;
  if (document.id === begun.id && document.state === 'running') await enqueue(begun.id);
  return dryRunOf(document);
}

/** Goes on with a dry run in the background. Safe to repeat. */
export async function runDryRun(id: string): Promise<void> {
  const document = await workOnDryRun(ports, id, BUDGET_MS);
  if (document?.id === id && document.state === 'running') await enqueue(id);
}

export async function dryRun(id: string): Promise<DryRun | null> {
  const document = await readDryRun();
  return document?.id === id ? dryRunOf(document) : null;
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
