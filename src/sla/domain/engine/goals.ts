import { describeCondition } from './condition';
import type { CompiledMetric } from './compiled';
import type { Context } from './context';
import { aimOf, type Aim } from './target';

export interface Choice {
  readonly index: number;
  readonly calendarId: string | null;
  readonly aim: Aim;
}

/** The first goal that matches the current fields: its index, or -1 (features §4.3.1). */
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

/** What one goal would mean for a cycle that starts at `start`; undefined when its field is empty. */
export const choiceOf = (
  context: Context,
  metric: CompiledMetric,
  index: number,
  start: number,
): Choice | undefined => {
  const goal = metric.goals[index];
  if (!goal) return undefined;
  const calendarId = goal.calendarId(context.fields);
  const aim = aimOf(goal.goal.target, context.compiled.calendar(calendarId), start, context.fields);
  return aim && { index, calendarId, aim };
};

/** The chosen goal and those tried before it, for the timeline; nothing when there is none. */
export const goalNote = (context: Context, metric: CompiledMetric, chosen: number) =>
  context.trace && { goalId: metric.goals[chosen]?.goal.id, rejected: rejectedGoals(metric, chosen) };

const rejectedGoals = (metric: CompiledMetric, chosen: number) =>
  metric.goals.slice(0, chosen).map(({ goal }) => ({
    goalId: goal.id,
    why: goal.when ? `not (${describeCondition(goal.when)})` : 'not chosen',
  }));
