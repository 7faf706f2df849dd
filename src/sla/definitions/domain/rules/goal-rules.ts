import { leavesOf } from '../../../../kernel/condition';
import type {
  CalendarSource,
  Condition,
  Goal,
  MetricDefinition,
  SlaDefinitions,
} from '../../../engine/model';
import { goalsOf } from '../../../engine/model/goals-of';
import { errorIn, warningIn } from '../../../../kernel/finding';
import type { Problem } from './problem';
import { spaceProblems } from './space-rules';
import { targetProblems } from './target-rules';
import { calendarIdsOf } from './wall-time';

const VOLATILE = /^\s*(now|currentLogin|lastLogin|startOf\w+|endOf\w+|currentUser)\s*\(/i;

const isVolatile = (condition: Condition): boolean =>
  leavesOf(condition).some((leaf) => {
    if (/^(sla|pledge-sla)\b/i.test(leaf.field) || VOLATILE.test(leaf.field)) return true;
    return 'values' in leaf && leaf.values.some((value) => VOLATILE.test(value));
  });

/** Conditions that change by themselves can't be replayed. */
export const volatileProblems = (whose: string, at: string, condition: Condition): readonly Problem[] =>
  isVolatile(condition) ? [errorIn('VOLATILE_CONDITION', whose, at)] : [];

const calendarProblems = (
  whose: string,
  at: string,
  source: CalendarSource,
  { calendars }: SlaDefinitions,
): readonly Problem[] =>
  calendarIdsOf(source)
    .filter((id) => id !== null && !calendars.some((each) => each.id === id))
    .map((id) => errorIn('UNKNOWN_CALENDAR', whose, at, { calendar: id ?? '' }));

const matchesAll = ({ when }: Goal): boolean =>
  when === undefined || ('all' in when && when.all.length === 0);

/** Goals after one that matches everything. */
const unreachable = (whose: string, at: string, goals: readonly Goal[]): readonly Problem[] => {
  const all = goals.findIndex(matchesAll);
  if (all < 0) return [];
  return goals.slice(all + 1).map((goal, i) =>
    warningIn('GOAL_UNREACHABLE', whose, `${at}.${all + 1 + i}`, {
      goal: goal.name,
      before: goals[all]?.name ?? '',
    }),
  );
};

const remainderProblems = (whose: string, goals: readonly Goal[]): readonly Problem[] => {
  if (goals.length === 0) return [errorIn('NO_GOALS', whose, 'goals')];
  return goals.some(matchesAll) ? [] : [warningIn('NO_REMAINING_GOAL', whose, 'goals')];
};

const pausedFixed = (whose: string, at: string, goals: readonly Goal[]): readonly Problem[] =>
  goals.flatMap((goal, i) =>
    goal.target.kind === 'dateField' || goal.target.kind === 'relative'
      ? [warningIn('PAUSE_MOVES_NOTHING', whose, `${at}.${i}.target`, { goal: goal.name })]
      : [],
  );

/** What can be wrong with one list of goals, the standard's or a space's. */
const listProblems = (
  metric: MetricDefinition,
  at: string,
  goals: readonly Goal[],
  definitions: SlaDefinitions,
): readonly Problem[] => {
  const whose = `metric:${metric.id}`;
  const { calendar } = metric;
  return [
    ...goals.flatMap((goal, i) => [
      ...(goal.when ? volatileProblems(whose, `${at}.${i}.when`, goal.when) : []),
      ...targetProblems(whose, `${at}.${i}.target`, { calendar, ...goal }, definitions.calendars),
      ...(goal.calendar ? calendarProblems(whose, `${at}.${i}.calendar`, goal.calendar, definitions) : []),
    ]),
    ...unreachable(whose, at, goals),
    ...(metric.pause.length === 0 ? [] : pausedFixed(whose, at, goals)),
  ];
};

/** A goal is known by its id, in history and on work items: no two of a metric may share one, wherever they stand. */
const duplicateGoals = (whose: string, { goals, spaces = [] }: MetricDefinition): readonly Problem[] => {
  const seen = new Set<string>();
  const lists = [
    { at: 'goals', goals },
    ...spaces.map((space, i) => ({ at: `spaces.${i}.goals`, goals: space.goals })),
  ];
  return lists.flatMap((list) =>
    list.goals.flatMap(({ id }, i) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [errorIn('DUPLICATE_ID', whose, `${list.at}.${i}.id`, { id })];
    }),
  );
};

/** Everything wrong with a metric's goals, those of spaces included. */
export const goalProblems = (metric: MetricDefinition, definitions: SlaDefinitions): readonly Problem[] => {
  const whose = `metric:${metric.id}`;
  return [
    ...calendarProblems(whose, 'calendar', metric.calendar, definitions),
    ...listProblems(metric, 'goals', metric.goals, definitions),
    ...remainderProblems(whose, metric.goals),
    ...(metric.spaces ?? []).flatMap((space, i) => [
      ...listProblems(metric, `spaces.${i}.goals`, space.goals, definitions),
      ...spaceProblems(metric, i),
    ]),
    ...duplicateGoals(whose, metric),
    ...(goalsOf(metric).length > 100 ? [warningIn('MANY_GOALS', whose, 'goals')] : []),
  ];
};
