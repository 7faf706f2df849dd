/** In what the goals of a space's own differ from the standard's. */
import { sameValues } from '../../../../kernel/same-values';
import type { Goal, MetricDefinition, SpaceGoals } from '../../../engine/model';

export type Drift =
  /** The same issues are promised something else: another target, another calendar, or both. */
  | { readonly kind: 'differs'; readonly own: Goal; readonly standard: Goal }
  /** A goal for issues that the standard has no goal of their own for. */
  | { readonly kind: 'added'; readonly own: Goal }
  /** A goal of the standard that no issue of the space reaches, as an own goal before it takes all that remain. */
  | { readonly kind: 'dropped'; readonly standard: Goal }
  /** The goals both have are tried in another order. */
  | { readonly kind: 'order' };

const takesAll = ({ when }: Goal): boolean => when === undefined || sameValues(when, { all: [] });
const sameIssues = (a: Goal, b: Goal): boolean => (takesAll(a) ? takesAll(b) : sameValues(a.when, b.when));

/** Goals are paired by their condition, each at most once; names are no difference. Empty when they promise the same. */
export const driftOf = (
  { calendar, goals: standard }: Pick<MetricDefinition, 'calendar' | 'goals'>,
  own: readonly Goal[],
): readonly Drift[] => {
  const left = [...standard];
  const sourceOf = (goal: Goal) => goal.calendar ?? calendar;
  const pairs = own.map((goal) => {
    const at = left.findIndex((each) => sameIssues(each, goal));
    return { goal, standard: at < 0 ? undefined : left.splice(at, 1)[0] };
  });
  const places = pairs.flatMap((pair) => (pair.standard ? [standard.indexOf(pair.standard)] : []));
  return [
    ...pairs.flatMap(({ goal, standard: pair }): readonly Drift[] => {
      if (pair === undefined) return [{ kind: 'added', own: goal }];
      const alike = sameValues(pair.target, goal.target) && sameValues(sourceOf(pair), sourceOf(goal));
      return alike ? [] : [{ kind: 'differs', own: goal, standard: pair }];
    }),
    ...(own.some(takesAll) ? left.map((goal): Drift => ({ kind: 'dropped', standard: goal })) : []),
    ...(places.some((place, i) => place < (places[i - 1] ?? -1)) ? [{ kind: 'order' } as const] : []),
  ];
};

/** Spaces whose own goals promise something else than the standard. */
export const driftingSpaces = (
  metric: Pick<MetricDefinition, 'calendar' | 'goals' | 'spaces'>,
): readonly SpaceGoals[] => (metric.spaces ?? []).filter((space) => driftOf(metric, space.goals).length > 0);

/** The standard's goals for a space to begin its own with, under ids of their own. */
export const copiedGoals = (goals: readonly Goal[], newId: () => string): readonly Goal[] =>
  goals.map((goal) => ({ ...goal, id: newId() }));
