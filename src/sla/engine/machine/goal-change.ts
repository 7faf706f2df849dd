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
  if (choice.index !== cycle.g) return false;
  const { kind } = metric.goals[choice.index]!.goal.target;
  if (kind === 'dateField')
    return choice.aim.fixed !== undefined && extendedDue(cycle, calendar, choice.aim.fixed) === cycle.d;
  return kind !== 'durationField' || choice.aim.ms === (cycle.t ?? 0) - extensionsOf(cycle);
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
  accrue(cycle, context.compiled.calendar(cycle.c), at);
  const calendarChanged = choice.calendarId !== cycle.c;
  cycle.c = choice.calendarId;
  cycle.g = choice.index;
  if (calendarChanged && cycle.d === undefined) cycle.bd = undefined;
  if (aimChanged) {
    const { ms, fixed, nominal } = choice.aim;
    retarget(cycle, context.compiled.calendar(cycle.c), at, ms === null ? null : ms + extensionsOf(cycle));
    if (fixed !== undefined) {
      cycle.d = extendedDue(cycle, context.compiled.calendar(cycle.c), fixed);
      cycle.k = 1;
      if (cycle.d < at) cycle.b ??= at;
      else cycle.b = undefined;
    } else if (nominal !== undefined && cycle.d === undefined && cycle.r !== undefined && !cycle.pb)
      cycle.bd = nominal;
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
  const cycle = ongoingOf(run.y);
  if (!cycle) return;
  const policy = metric.def.goalChange;
  const index = policy === 'keep' ? cycle.g : chosenGoal(context, metric);
  if (index < 0) {
    cancelCycle(context, metric, run, byRule('noGoal'));
    run.pd = context.at;
    run.na = 'noGoal';
    return;
  }
  const choice = choiceOf(context, metric, index, cycle.s);
  if (!choice) return;
  const aimChanged =
    policy !== 'keep' && !sameAim(metric, cycle, choice, context.compiled.calendar(choice.calendarId));
  if (!aimChanged && choice.calendarId === cycle.c) return;
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
  run.y.length === 1 && metric.def.startFromField === 'created'
    ? Math.min(cycle.s, context.createdAt)
    : cycle.s;

/** Whether the goal chosen now asks for what the cycle already aims at. */
const sameMeasure = (cycle: CycleState, { aim }: Choice, calendar: Calendar): boolean =>
  aim.ms === (cycle.t === null ? null : cycle.t - extensionsOf(cycle)) &&
  (aim.fixed === undefined || extendedDue(cycle, calendar, aim.fixed) === cycle.d);

/** The rule behind a cycle under way has changed: the time counted stays, its goal and calendar hold from now on. */
export const carryToGoal = (context: Context, metric: CompiledMetric, run: MetricRun): void => {
  const cycle = ongoingOf(run.y);
  if (!cycle) return;
  const index = chosenGoal(context, metric);
  const choice = choiceOf(context, metric, index, cycle.s);
  if (!choice) {
    cancelCycle(context, metric, run, byRule('noGoal'));
    run.pd = context.at;
    run.na = index < 0 ? 'noGoal' : 'noDate';
    return;
  }
  const aimChanged = !sameMeasure(cycle, choice, context.compiled.calendar(choice.calendarId));
  if (aimChanged || choice.calendarId !== cycle.c) carry(context, metric, run, cycle, choice, aimChanged);
  cycle.g = choice.index;
};
