import type { Calendar } from '../calendar/calendar';
import type { RejectedGoal } from '../model';
import type { Choice, CompiledMetric } from '../compiled/compiled';
import type { Context } from './context';
import { valueIn } from '../compiled/slots';
import { aimOf } from '../compiled/target';
import { unmetOf } from '../compiled/unmet';

/** The first goal that matches the current fields: its index, or -1 (sla-rules §3.1). */
export const chosenGoal = (context: Context, metric: CompiledMetric): number => {
  const { goals } = metric;
  for (let i = 0; i < goals.length; i++) if (goals[i]!.test(context.fields)) return i;
  return -1;
};

/** The goal, calendar and aim a cycle starting at `start` would have now, or why there is none. */
export const chooseGoal = (
  context: Context,
  metric: CompiledMetric,
  start: number,
): Choice | 'noGoal' | 'noDate' => {
  const index = chosenGoal(context, metric);
  const goal = metric.goals[index];
  if (!goal) return 'noGoal';
  return choiceOf(context, metric, index, start) ?? 'noDate';
};

/** The calendar a cycle would have now: that of the goal chosen by the current fields; 24×7 when none matches. */
export const calendarNow = (context: Context, metric: CompiledMetric): Calendar => {
  const goal = metric.goals[chosenGoal(context, metric)];
  return context.compiled.calendar(goal ? goal.calendarId(context.fields) : null);
};

/** What one goal would mean for a cycle that starts at `start`; undefined when its field is empty. */
export const choiceOf = (
  context: Context,
  metric: CompiledMetric,
  index: number,
  start: number,
): Choice | undefined => {
  const goal = metric.goals[index];
  if (!goal) return undefined;
  if (goal.always) return goal.always;
  const { compiled, fields } = context;
  const calendarId = goal.calendarId(fields);
  const aim = aimOf(goal.goal.target, compiled.calendar(calendarId), start, fields, compiled.slots);
  return aim && { index, calendarId, aim };
};

/** The chosen goal and those tried before it, for the timeline; nothing when there is none. */
export const goalNote = (context: Context, metric: CompiledMetric, chosen: number) =>
  context.trace && {
    goalId: metric.goals[chosen]?.goal.id,
    rejected: rejectedGoals(context, metric, chosen),
  };

/** The goals before a place in the list, and why each does not match now; those of other spaces were never to match. */
export const rejectedGoals = (
  { fields, compiled }: Context,
  metric: CompiledMetric,
  before: number,
): readonly RejectedGoal[] =>
  metric.goals
    .slice(0, before)
    .filter(
      ({ spaceId }) =>
        spaceId === undefined || valueIn(fields, compiled.slots.of('projectId')).includes(spaceId),
    )
    .map(({ goal }) => ({
      goalId: goal.id,
      unmet: goal.when ? unmetOf(goal.when, fields, compiled.slots) : [],
    }));
