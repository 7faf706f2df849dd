import { leavesOf } from '../../../kernel/condition';
import type { Condition, Goal, MetricDefinition, SlaDefinitions } from '../model';
import { goalsOf } from './goals-of';
import { type Problem, refusal, warning } from './problem';
import { spaceProblems } from './space-rules';
import { targetProblems } from './target-rules';

const VOLATILE = /^\s*(now|currentLogin|lastLogin|startOf\w+|endOf\w+|currentUser)\s*\(/i;

const isVolatile = (condition: Condition): boolean =>
  leavesOf(condition).some((leaf) => {
    if (/^(sla|pledge-sla)\b/i.test(leaf.field) || VOLATILE.test(leaf.field)) return true;
    return 'values' in leaf && leaf.values.some((value) => VOLATILE.test(value));
  });

/** Conditions that change by themselves can't be replayed. */
export const volatileProblems = (subject: string, path: string, condition: Condition): readonly Problem[] =>
  isVolatile(condition)
    ? [
        refusal(
          'VOLATILE_CONDITION',
          subject,
          path,
          'The condition depends on the moment it is read (now(), startOfDay(), an SLA), so the history could not be replayed.',
          'Use fields of the issue that change only when someone changes them.',
        ),
      ]
    : [];

const calendarProblems = (
  subject: string,
  path: string,
  goal: Goal,
  known: ReadonlySet<string>,
): readonly Problem[] => {
  const { calendar } = goal;
  const ids =
    calendar.kind === 'fixed' ? [calendar.calendarId] : [...Object.values(calendar.map), calendar.fallback];
  return ids
    .filter((id) => id !== null && !known.has(id))
    .map((id) =>
      refusal(
        'UNKNOWN_CALENDAR',
        subject,
        path,
        `Goal "${goal.name}" uses calendar "${id}", which does not exist.`,
        'Choose one of the calendars, or none for 24×7.',
      ),
    );
};

const matchesAll = ({ when }: Goal): boolean =>
  when === undefined || ('all' in when && when.all.length === 0);

/** Goals after one that matches everything. */
const unreachable = (subject: string, path: string, goals: readonly Goal[]): readonly Problem[] => {
  const all = goals.findIndex(matchesAll);
  if (all < 0) return [];
  return goals
    .slice(all + 1)
    .map((goal, i) =>
      warning(
        'GOAL_UNREACHABLE',
        subject,
        `${path}.${all + 1 + i}`,
        `Goal "${goal.name}" is never reached: "${goals[all]?.name}" before it matches everything.`,
        'Move it up, or remove it.',
      ),
    );
};

const remainderProblems = (subject: string, goals: readonly Goal[]): readonly Problem[] => {
  if (goals.length === 0)
    return [
      refusal(
        'NO_GOALS',
        subject,
        'goals',
        'The metric has no goal, so it would never apply.',
        'Add a goal, last of all one for all remaining issues.',
      ),
    ];
  return goals.some(matchesAll)
    ? []
    : [
        warning(
          'NO_REMAINING_GOAL',
          subject,
          'goals',
          'Issues that match no goal are not measured.',
          'Add a last goal without a condition if they should be.',
        ),
      ];
};

const pausedFixed = (subject: string, path: string, goals: readonly Goal[]): readonly Problem[] =>
  goals.flatMap((goal, i) =>
    goal.target.kind === 'dateField' || goal.target.kind === 'relative'
      ? [
          warning(
            'PAUSE_MOVES_NOTHING',
            subject,
            `${path}.${i}.target`,
            `Goal "${goal.name}" is due at a date, which no pause moves.`,
            'Use a duration if pauses should move the due time.',
          ),
        ]
      : [],
  );

/** What can be wrong with one list of goals, the standard's or a space's. */
const listProblems = (
  metric: MetricDefinition,
  path: string,
  goals: readonly Goal[],
  { calendars }: SlaDefinitions,
): readonly Problem[] => {
  const subject = `metric:${metric.id}`;
  const known = new Set(calendars.map((each) => each.id));
  return [
    ...goals.flatMap((goal, i) => [
      ...(goal.when ? volatileProblems(subject, `${path}.${i}.when`, goal.when) : []),
      ...targetProblems(subject, `${path}.${i}.target`, goal, calendars),
      ...calendarProblems(subject, `${path}.${i}.calendar`, goal, known),
    ]),
    ...unreachable(subject, path, goals),
    ...(metric.pause.length === 0 ? [] : pausedFixed(subject, path, goals)),
  ];
};

/** A goal is known by its id, in history and on work items: no two of a metric may share one, wherever they stand. */
const duplicateGoals = (subject: string, { goals, spaces = [] }: MetricDefinition): readonly Problem[] => {
  const seen = new Set<string>();
  const lists = [
    { path: 'goals', goals },
    ...spaces.map((space, i) => ({ path: `spaces.${i}.goals`, goals: space.goals })),
  ];
  return lists.flatMap((list) =>
    list.goals.flatMap(({ id }, i) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      const message = `Two goals have the id "${id}".`;
      return [refusal('DUPLICATE_ID', subject, `${list.path}.${i}.id`, message, 'Give each its own.')];
    }),
  );
};

/** Everything wrong with a metric's goals, those of spaces included. */
export const goalProblems = (metric: MetricDefinition, definitions: SlaDefinitions): readonly Problem[] => {
  const subject = `metric:${metric.id}`;
  return [
    ...listProblems(metric, 'goals', metric.goals, definitions),
    ...remainderProblems(subject, metric.goals),
    ...(metric.spaces ?? []).flatMap((space, i) => [
      ...listProblems(metric, `spaces.${i}.goals`, space.goals, definitions),
      ...spaceProblems(metric, i),
    ]),
    ...duplicateGoals(subject, metric),
    ...(goalsOf(metric).length > 100
      ? [
          warning(
            'MANY_GOALS',
            subject,
            'goals',
            'More than 100 goals make every change of an issue slower.',
            'Let a field choose the calendar, or split the metric.',
          ),
        ]
      : []),
  ];
};
