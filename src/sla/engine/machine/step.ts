import type { ActionKind } from '../model';
import { byRule, type Cause } from '../compiled/cause';
import type { CompiledMetric, Holding } from '../compiled/compiled';
import { EFFECT } from '../compiled/effect';
import { type Context, inScope, note } from './context';
import { isFinished, lastOf, ongoingOf } from './cycle';
import { reconsiderGoal } from './goal-change';
import { opensAt } from './in-force';
import { cancelCycle, openCycle, resetCycle, resumeCycle, applyPauses, stopCycle } from './moves';
import { holding, isPausedByHand, recordPause } from './pauses';
import { blockedByState, start, startCause, undoIfLeft } from './start';
import type { CycleState, MetricRun } from './state';
import { firedEvent, stateThatHolds, stillHolds } from '../compiled/trigger';

const isWaiting = (run: MetricRun): boolean =>
  run.pendingSince !== undefined || run.waitsForScope !== undefined;

const forgetWaiting = (run: MetricRun): void => {
  run.pendingSince = undefined;
  run.waitsForScope = undefined;
};

const stopCause = (context: Context, metric: CompiledMetric): Cause | undefined =>
  firedEvent(metric.stop, context) ?? stateThatHolds(metric.stop, context.fields);

const reset = (context: Context, metric: CompiledMetric, run: MetricRun): void => {
  const cause = firedEvent(metric.reset, context);
  const last = lastOf(run.cycles);
  if (!cause || !last) return;
  if (last.endedAt === undefined) return resetCycle(context, metric, run, last, cause);
  if (!isFinished(last)) return;
  if (metric.def.reset?.finished === 'restart' && inScope(context, metric))
    resetCycle(context, metric, run, last, cause);
  else if (metric.def.reset?.finished === 'invalidate') {
    last.cancelledWhy = 'reset';
    note(context, metric, 'reset', cause);
  }
};

const stop = (context: Context, metric: CompiledMetric, run: MetricRun): void => {
  const ongoing = ongoingOf(run.cycles);
  const waits = isWaiting(run) || (run.cycles.length === 0 && metric.def.stopBeforeStart === 'met');
  if (!waits && !ongoing) return;
  const cause = stopCause(context, metric);
  if (!cause) return;
  forgetWaiting(run);
  if (ongoing) stopCycle(context, metric, run, cause);
  else if (run.cycles.length === 0 && metric.def.stopBeforeStart === 'met') run.stoppedFirst = 1;
};

const cancel = (context: Context, metric: CompiledMetric, run: MetricRun): void => {
  const cause = firedEvent(metric.cancel, context) ?? stateThatHolds(metric.cancel, context.fields);
  if (!cause) return;
  forgetWaiting(run);
  cancelCycle(context, metric, run, cause);
};

const tryResume = (context: Context, metric: CompiledMetric, run: MetricRun): void => {
  const cycle = ongoingOf(run.cycles);
  if (!cycle || cycle.runningSince !== undefined) return;
  if (!metric.resume) {
    if (!holding(context, metric, run)) resumeCycle(context, metric, run, byRule('nothingPauses'));
    return;
  }
  const cause = firedEvent(metric.resume, context) ?? stateThatHolds(metric.resume, context.fields);
  if (cause && !isPausedByHand(context, run)) resumeCycle(context, metric, run, cause);
};

/** With resume triggers a pause begins only when it comes to hold; otherwise whenever it holds. */
const mayPause = (metric: CompiledMetric, run: MetricRun): boolean => !metric.resume || !run.pauseHeld;

const act = (context: Context, metric: CompiledMetric, run: MetricRun, action: ActionKind): void => {
  switch (action) {
    case 'cancel':
      return cancel(context, metric, run);
    case 'stop':
      return stop(context, metric, run);
    case 'reset':
      return reset(context, metric, run);
    case 'pause':
      return applyPauses(context, metric, run, mayPause(metric, run));
    case 'resume':
      return tryResume(context, metric, run);
    case 'start': {
      if (ongoingOf(run.cycles)) return;
      const cause = startCause(context, metric, run);
      if (!cause) return;
      if (inScope(context, metric)) start(context, metric, run, cause);
      else run.waitsForScope = 1;
      return;
    }
  }
};

/** What was under way ends, and what started it waits for the issue to come back, as it waits for a goal to match again. */
const leaveScope = (context: Context, metric: CompiledMetric, run: MetricRun): void => {
  if (run.pendingSince !== undefined || ongoingOf(run.cycles)) run.waitsForScope = 1;
  run.pendingSince = undefined;
  const { happened } = context;
  const moved = happened.kind === 'change' && happened.changes.some((change) => change.field === 'projectId');
  cancelCycle(context, metric, run, moved ? byRule('moved') : byRule('scope'));
};

const startHolds = (context: Context, metric: CompiledMetric): boolean =>
  stillHolds(metric.start, context.fields);

const isPausedAsHeld = (cycle: CycleState, held: Holding | undefined): boolean => {
  if (held === undefined || cycle.runningSince !== undefined)
    return !held && cycle.runningSince !== undefined;
  const { pauseReason, pauseEndsAt, reasonEndsAt } = cycle;
  return held.reason === pauseReason && held.until === pauseEndsAt && held.changesAt === reasonEndsAt;
};

/**
 * An open cycle that only a stop, a pause rule, the scope or another goal moves: says false when it stops or leaves the
 * scope, which takes the whole way. Most of what happens to an issue moves nothing.
 */
const stepPlain = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  cycle: CycleState,
  effect: number,
): boolean => {
  if (effect & EFFECT.moves) {
    if (!inScope(context, metric) || stopCause(context, metric)) return false;
    const held = holding(context, metric, run);
    if (!isPausedAsHeld(cycle, held)) {
      if (held) applyPauses(context, metric, run, true);
      else resumeCycle(context, metric, run, byRule('nothingPauses'));
    }
  }
  if (effect & EFFECT.goal) {
    reconsiderGoal(context, metric, run);
    startAgain(context, metric, run);
  }
  return true;
};

/** Moves one metric through one instant; `effect` says what happened can mean to it. */
export const stepMetric = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  effect: number = EFFECT.moves,
): void => {
  const lastBefore = lastOf(run.cycles);
  const before = ongoingOf(run.cycles);
  if (before && metric.plain && stepPlain(context, metric, run, before, effect)) return;
  if (!inScope(context, metric)) leaveScope(context, metric, run);
  if (metric.implicitCancel && isWaiting(run) && !startHolds(context, metric)) forgetWaiting(run);
  undoIfLeft(context, metric, run);
  for (const action of metric.order) act(context, metric, run, action);
  if (metric.implicitCancel && ongoingOf(run.cycles) && !startHolds(context, metric)) {
    cancelCycle(context, metric, run, byRule('startLeft'));
  }
  if (before && before === lastOf(run.cycles)) {
    if (effect & EFFECT.goal) reconsiderGoal(context, metric, run);
  } else if (lastBefore && !before && lastBefore === ongoingOf(run.cycles)) {
    // Reopened: the goal may have changed while nobody looked.
    reconsiderGoal(context, metric, run);
  } else attachLate(context, metric, run);
  startAgain(context, metric, run);
  rememberStates(context, metric, run);
};

/** A start that waited for a goal or a date. */
const attachLate = (context: Context, metric: CompiledMetric, run: MetricRun): void => {
  if (run.pendingSince === undefined || run.pendingSince === context.at || ongoingOf(run.cycles)) return;
  if (!opensAt(context, metric)) return;
  openCycle(context, metric, run, byRule('goalMatches'));
};

/** Orders that start before they stop: one more look at start (sla-rules §2.3). */
const startAgain = (context: Context, metric: CompiledMetric, run: MetricRun): void => {
  const last = lastOf(run.cycles);
  if (last?.endedAt !== context.at || last.startedAt === context.at) return;
  if (metric.order.at(-1) === 'start' || metric.def.method !== 'every') return;
  act(context, metric, run, 'start');
};

const rememberStates = (context: Context, metric: CompiledMetric, run: MetricRun): void => {
  const { fields } = context;
  if (metric.start.states.length > 0) {
    const holds =
      inScope(context, metric) &&
      !blockedByState(context, metric) &&
      stateThatHolds(metric.start, fields) !== undefined;
    if (holds) run.startHeld = 1;
    else run.startHeld = undefined;
  }
  if (!metric.resume && !metric.def.retroactivePause) return;
  const held = holding(context, metric, run);
  if (held) run.pauseHeld = 1;
  else run.pauseHeld = undefined;
  recordPause(context, metric, run, held);
};
