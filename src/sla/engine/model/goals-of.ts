/** All goals of a metric, as the engine tries them: those of spaces that have their own, then the standard's. */
import type { Condition, Goal, MetricDefinition, SpaceGoals } from '.';

type WithGoals = Pick<MetricDefinition, 'goals' | 'spaces'>;

/** A goal and where it stands in the list that somebody edited. */
export interface PlacedGoal {
  /** With the condition that the work item is in the space, where the goal is a space's own. */
  readonly goal: Goal;
  /** Place in its own list, from 1, and how long that list is. */
  readonly order: number;
  readonly of: number;
  /** The space whose own goal it is; left out for the standard's. */
  readonly spaceId?: string;
}

const inSpace = (id: string): Condition => ({ field: 'projectId', op: 'in', values: [id] });

const ownGoals = ({ id, goals }: SpaceGoals): readonly PlacedGoal[] =>
  goals.map((goal, index) => ({
    goal: { ...goal, when: goal.when === undefined ? inSpace(id) : { all: [inSpace(id), goal.when] } },
    order: index + 1,
    of: goals.length,
    spaceId: id,
  }));

/**
 * The one list the engine sees. An issue in a space with goals of its own is tried on these, then on the standard's: what
 * the space says nothing of stays as it is for everybody.
 */
export const placedGoals = ({ goals, spaces = [] }: WithGoals): readonly PlacedGoal[] => [
  ...spaces.flatMap(ownGoals),
  ...goals.map((goal, index) => ({ goal, order: index + 1, of: goals.length })),
];

export const goalsOf = (metric: WithGoals): readonly Goal[] =>
  metric.spaces === undefined ? metric.goals : placedGoals(metric).map(({ goal }) => goal);

/** The metric with something about every goal changed, the standard's and those of spaces. */
export const withEachGoal = (metric: MetricDefinition, change: (goal: Goal) => Goal): MetricDefinition => ({
  ...metric,
  goals: metric.goals.map(change),
  ...(metric.spaces === undefined
    ? {}
    : { spaces: metric.spaces.map((space) => ({ ...space, goals: space.goals.map(change) })) }),
});
