import type { Condition, Goal, MetricDefinition, SlaDefinitions } from '../model';
import { type Problem, refusal, warning } from './problem';
import { targetProblems } from './target-rules';

const VOLATILE = /^\s*(now|currentLogin|lastLogin|startOf\w+|endOf\w+|currentUser)\s*\(/i;

const leaves = (
  condition: Condition,
): readonly Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>[] => {
  if ('all' in condition) return condition.all.flatMap(leaves);
  if ('any' in condition) return condition.any.flatMap(leaves);
  if ('not' in condition) return leaves(condition.not);
  return [condition];
};

const isVolatile = (condition: Condition): boolean =>
  leaves(condition).some((leaf) => {
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

const reachProblems = (subject: string, goals: readonly Goal[]): readonly Problem[] => {
  const all = goals.findIndex(
    (goal) => goal.when === undefined || ('all' in goal.when && goal.when.all.length === 0),
  );
  if (all < 0) {
    return goals.length === 0
      ? [
          refusal(
            'NO_GOALS',
            subject,
            'goals',
            'The metric has no goal, so it would never apply.',
            'Add a goal, last of all one for all remaining issues.',
          ),
        ]
      : [
          warning(
            'NO_REMAINING_GOAL',
            subject,
            'goals',
            'Issues that match no goal are not measured.',
            'Add a last goal without a condition if they should be.',
          ),
        ];
  }
  return goals
    .slice(all + 1)
    .map((goal, i) =>
      warning(
        'GOAL_UNREACHABLE',
        subject,
        `goals.${all + 1 + i}`,
        `Goal "${goal.name}" is never reached: "${goals[all]?.name}" before it matches everything.`,
        'Move it up, or remove it.',
      ),
    );
};

const pausedFixed = (subject: string, metric: MetricDefinition): readonly Problem[] => {
  if (metric.pause.length === 0) return [];
  return metric.goals.flatMap((goal, i) =>
    goal.target.kind === 'dateField' || goal.target.kind === 'relative'
      ? [
          warning(
            'PAUSE_MOVES_NOTHING',
            subject,
            `goals.${i}.target`,
            `Goal "${goal.name}" is due at a date, which no pause moves.`,
            'Use a duration if pauses should move the due time.',
          ),
        ]
      : [],
  );
};

/** Everything wrong with a metric's goals. */
export const goalProblems = (metric: MetricDefinition, definitions: SlaDefinitions): readonly Problem[] => {
  const subject = `metric:${metric.id}`;
  const calendars = new Set(definitions.calendars.map((each) => each.id));
  const ids = metric.goals.map((goal) => goal.id);
  return [
    ...metric.goals.flatMap((goal, i) => [
      ...(goal.when ? volatileProblems(subject, `goals.${i}.when`, goal.when) : []),
      ...targetProblems(subject, `goals.${i}.target`, goal, definitions.calendars),
      ...calendarProblems(subject, `goals.${i}.calendar`, goal, calendars),
      ...(ids.indexOf(goal.id) < i
        ? [
            refusal(
              'DUPLICATE_ID',
              subject,
              `goals.${i}.id`,
              `Two goals have the id "${goal.id}".`,
              'Give each its own.',
            ),
          ]
        : []),
    ]),
    ...reachProblems(subject, metric.goals),
    ...pausedFixed(subject, metric),
    ...(metric.goals.length > 100
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
