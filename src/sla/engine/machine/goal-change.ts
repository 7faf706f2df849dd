import type { Calendar } from '../calendar/calendar';
import { byRule } from '../compiled/cause';
import type { Choice, CompiledMetric } from '../compiled/compiled';
import { type Context, mark, note } from './context';
import { accrue, ongoingOf, retarget } from './cycle';
import { extendedDue, extensionsOf } from './extension';
import { choiceOf, chosenGoal, goalNote } from './goals';
import { cancelCycle, openCycle } from './moves';
import type { CycleState, MetricRun } from './state';

const sameAim = (metric: CompiledMetric, cycle: CycleState, choice: Choice, calendar: Calendar): boolean => {
  if (choice.index !== cycle.goalIndex) return false;
  const { kind } = metric.goals[choice.index]!.goal.target;
  if (kind === 'dateField')
    return (
      choice.aim.fixed !== undefined && extendedDue(cycle, calendar, choice.aim.fixed) === cycle.fixedDue
    );
  return kind !== 'durationField' || choice.aim.ms === (cycle.targetMs ?? 0) - extensionsOf(cycle);
};

/** The elapsed time stays; the new target and calendar count from now (sla-rules §3.3, carry). */
const carry = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  cycle: CycleState,
  choice: Choice,
  aimChanged: boolean,
): void => {
  const { at } = context;
  accrue(cycle, context.compiled.calendar(cycle.calendarId), at);
  const calendarChanged = choice.calendarId !== cycle.calendarId;
  cycle.calendarId = choice.calendarId;
  cycle.goalIndex = choice.index;
  if (calendarChanged && cycle.fixedDue === undefined) cycle.dueUnmoved = undefined;
  if (aimChanged) {
    const { ms, fixed, nominal } = choice.aim;
    const calendar = context.compiled.calendar(cycle.calendarId);
    retarget(cycle, calendar, at, ms === null ? null : ms + extensionsOf(cycle));
    if (fixed !== undefined) {
      cycle.fixedDue = extendedDue(cycle, calendar, fixed);
      cycle.dueIsDate = 1;
      if (cycle.fixedDue < at) cycle.breachedAt ??= at;
      else cycle.breachedAt = undefined;
    } else if (cycle.fixedDue === undefined && cycle.runningSince !== undefined && !cycle.pausedMs)
      cycle.dueUnmoved = nominal ?? cycle.dueUnmoved;
  }
  if (calendarChanged) mark(context, metric, run, byRule('calendarChanged'));
  note(
    context,
    metric,
    'goalChange',
    aimChanged ? byRule('goalChanged') : byRule('calendarChanged'),
    goalNote(context, metric, choice.index),
  );
};

/** Chooses the goal again after a change of fields and follows the metric's policy. */
export const reconsiderGoal = (context: Context, metric: CompiledMetric, run: MetricRun): void => {
  const cycle = ongoingOf(run.cycles);
  if (!cycle) return;
  const policy = metric.def.goalChange;
  const index = policy === 'keep' ? cycle.goalIndex : chosenGoal(context, metric);
  if (index < 0) {
    cancelCycle(context, metric, run, byRule('noGoal'));
    run.pendingSince = context.at;
    run.pendingWhy = 'noGoal';
    return;
  }
  const choice = choiceOf(context, metric, index, cycle.startedAt);
  if (!choice) return;
  const aimChanged =
    policy !== 'keep' && !sameAim(metric, cycle, choice, context.compiled.calendar(choice.calendarId));
  if (!aimChanged && choice.calendarId === cycle.calendarId) return;
  if (!aimChanged || policy === 'carry') {
    carry(context, metric, run, cycle, choice, aimChanged);
    return;
  }
  cancelCycle(context, metric, run, byRule('newGoal'));
  const restartedFrom = policy === 'restart' ? context.at : retroactiveStart(context, metric, run, cycle);
  openCycle(context, metric, run, byRule('goalChanged'), restartedFrom);
};

/** Where a retroactive goal change dates its new cycle from: the creation when starts are dated from it, else the old start. */
const retroactiveStart = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  cycle: CycleState,
): number =>
  run.cycles.length === 1 && metric.def.startFromField === 'created'
    ? Math.min(cycle.startedAt, context.createdAt)
    : cycle.startedAt;

/** Whether the goal chosen now asks for what the cycle already aims at. */
const sameMeasure = (cycle: CycleState, { aim }: Choice, calendar: Calendar): boolean =>
  aim.ms === (cycle.targetMs === null ? null : cycle.targetMs - extensionsOf(cycle)) &&
  (aim.fixed === undefined || extendedDue(cycle, calendar, aim.fixed) === cycle.fixedDue);

/** The rule behind a cycle under way has changed: the time counted stays, its goal and calendar hold from now on. */
export const carryToGoal = (context: Context, metric: CompiledMetric, run: MetricRun): void => {
  const cycle = ongoingOf(run.cycles);
  if (!cycle) return;
  const index = chosenGoal(context, metric);
  const choice = choiceOf(context, metric, index, cycle.startedAt);
  if (!choice) {
    cancelCycle(context, metric, run, byRule('noGoal'));
    run.pendingSince = context.at;
    run.pendingWhy = index < 0 ? 'noGoal' : 'noDate';
    return;
  }
  const aimChanged = !sameMeasure(cycle, choice, context.compiled.calendar(choice.calendarId));
  if (aimChanged || choice.calendarId !== cycle.calendarId)
    carry(context, metric, run, cycle, choice, aimChanged);
  cycle.goalIndex = choice.index;
};
