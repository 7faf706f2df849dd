/** All goals of a metric, as the engine tries them: those of spaces that have their own, then the standard's. */
import type { CalendarSource, Condition, Goal, MetricDefinition } from '.';

type WithGoals = Pick<MetricDefinition, 'calendar' | 'goals' | 'spaces'>;

/** A goal with the calendar it counts on: its own, or the metric's. */
export type CountedGoal = Goal & Pick<MetricDefinition, 'calendar'>;

/** A goal and where it stands in the list that somebody edited. */
export interface PlacedGoal {
  /** With the condition that the work item is in the space, where the goal is a space's own. */
  readonly goal: CountedGoal;
  /** Place in its own list, from 1, and how long that list is. */
  readonly order: number;
  readonly of: number;
  /** The space whose own goal it is; left out for the standard's. */
  readonly spaceId?: string;
}

const inSpace = (id: string): Condition => ({ field: 'projectId', op: 'in', values: [id] });

/**
 * The one list the engine sees. An issue in a space with goals of its own is tried on these, then on the standard's: what
 * the space says nothing of stays as it is for everybody.
 */
export const placedGoals = ({ calendar, goals, spaces = [] }: WithGoals): readonly PlacedGoal[] => [
  ...spaces.flatMap(({ id: spaceId, goals: own }) =>
    own.map(({ when, ...goal }, index) => ({
      goal: {
        calendar,
        ...goal,
        when: when === undefined ? inSpace(spaceId) : { all: [inSpace(spaceId), when] },
      },
      order: index + 1,
      of: own.length,
      spaceId,
    })),
  ),
  ...goals.map((goal, index) => ({ goal: { calendar, ...goal }, order: index + 1, of: goals.length })),
];

export const goalsOf = (metric: WithGoals): readonly CountedGoal[] =>
  placedGoals(metric).map(({ goal }) => goal);

/** The metric with every calendar changed that it counts on: its own, and those of goals, of spaces' too. */
export const withEachCalendar = (
  metric: MetricDefinition,
  change: (source: CalendarSource) => CalendarSource,
): MetricDefinition => {
  const changed = (goal: Goal): Goal =>
    goal.calendar === undefined ? goal : { ...goal, calendar: change(goal.calendar) };
  const { spaces } = metric;
  return {
    ...metric,
    calendar: change(metric.calendar),
    goals: metric.goals.map(changed),
    ...(spaces && { spaces: spaces.map((space) => ({ ...space, goals: space.goals.map(changed) })) }),
  };
};
