/** How a metric passes from one revision to the next. */
import { byRule } from '../compiled/cause';
import { inScope } from '../machine/context';
import { ongoingOf } from '../machine/cycle';
import { carryToGoal } from '../machine/goal-change';
import { chooseGoal } from '../machine/goals';
import { reportMachine } from '../report/report';
import { stepMetric } from '../machine/step';
import { traceOf } from '../machine/trace';
import type { Instant } from '../model';
import { keepFinished } from './keep';
import { choose, setRun, last, type Revised, runOf } from './revised-machine';
import type { Turn } from './turns';

function tell(live: Revised, id: string, at: Instant): void {
  if (live.trace === undefined) return;
  traceOf(live.trace, id).events.push({
    at,
    action: 'recalc',
    by: null,
    cause: byRule('definitionChanged'),
    rejected: [],
  });
}

/** A metric passes to its next revision, or waits until its cycle has finished. */
export function turn(live: Revised, id: string, turn: Turn): void {
  const { at, scope, to } = turn;
  const ongoing = ongoingOf(runOf(live.machine, id)?.run.cycles ?? []);
  if (scope === 'new' && ongoing !== undefined) {
    live.waiting.set(id, turn);
    return;
  }
  move(live, id, to, at, scope === 'new');
  if (scope === 'new') forgetOvertaken(live, id);
}

/** A start that waited, and would begin now only because the rule has changed, is none of the new ones. */
function forgetOvertaken({ machine }: Revised, id: string): void {
  const found = runOf(machine, id);
  if (found === undefined) return;
  const { metric, run } = found;
  const { context } = machine;
  if (!inScope(context, metric) || typeof chooseGoal(context, metric, context.at) === 'string') return;
  run.pendingSince = undefined;
  run.waitsForScope = undefined;
}

function move(live: Revised, id: string, to: number, at: Instant, onlyNew: boolean): void {
  const result = reportMachine(live.machine, at).metrics.find((metric) => metric.id === id);
  const version = live.timeline.versions[live.choice.get(id) ?? last(live)] ?? 0;
  live.waiting.delete(id);
  choose(live, id, to);
  setRun(
    live,
    id,
    (run) => {
      const kept = keepFinished(run, result, version);
      const cycle = result?.ongoingCycle;
      const cycles = kept.cycles.map((each) =>
        each.endedAt === undefined && cycle !== undefined
          ? {
              ...each,
              targetMs: cycle.goalDurationMs,
              calendarId: cycle.calendarId,
              ...(each.runningSince !== undefined || each.pausedSince === undefined
                ? { workedMs: cycle.elapsedMs, wallMs: cycle.actualElapsedMs, runningSince: at }
                : {}),
              ...(cycle.dueTime !== undefined && cycle.dueTime <= at ? { fixedDue: cycle.dueTime } : {}),
            }
          : each,
      );
      return { ...kept, cycles, ...(onlyNew ? { startHeld: 1 as const } : {}) };
    },
    at,
  );
  const moved = runOf(live.machine, id);
  if (moved === undefined) return;
  const { metric, run } = moved;
  const { context } = live.machine;
  context.happened = { kind: 'signal' };
  context.factId = undefined;
  context.by = null;
  tell(live, id, at);
  if (ongoingOf(run.cycles) !== undefined) {
    carryToGoal(context, metric, run);
    stepMetric(context, metric, run);
  } else if ((run.cycles.length === 0 || run.waitsForScope) && !onlyNew) stepMetric(context, metric, run);
}

/** Metrics whose last cycle under the old rule is over follow the new one. */
export function applyWaiting(live: Revised): void {
  for (const [id, turn] of live.waiting) {
    const cycle = ongoingOf(runOf(live.machine, id)?.run.cycles ?? []);
    if (cycle === undefined) move(live, id, turn.to, live.machine.context.at, true);
    else if (cycle.startedAt >= turn.at) move(live, id, turn.to, live.machine.context.at, false);
  }
}

/** A cycle that was kept and goes on again is nobody's past any more. */
export function adoptReopened({ machine: { compiled, context, runs } }: Revised): void {
  for (let i = 0; i < runs.length; i++) {
    const cycle = ongoingOf(runs[i]!.cycles);
    if (cycle?.judged === undefined) continue;
    cycle.judged = undefined;
    carryToGoal(context, compiled.metrics[i]!, runs[i]!);
  }
}
