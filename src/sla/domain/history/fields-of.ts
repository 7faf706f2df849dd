/** Which fields of an issue a set of definitions looks at. */
import type { Condition, Goal, MetricDefinition, SlaDefinitions, Trigger } from '../model';

type MetricsOfAllTimes = Pick<SlaDefinitions, 'metrics' | 'former'>;

/** Always read: who holds the issue and where it stands, for segments and messages. */
const BASE_FIELDS = ['status', 'statusCategory', 'assignee', 'projectId', 'issuetype', 'priority'];

/** Every field a history needs: those the definitions mention, and those a report always names. */
export const fieldsOf = (definitions: MetricsOfAllTimes): ReadonlySet<string> =>
  new Set([...BASE_FIELDS, ...watchedFields(definitions)]);

/** The fields whose change can matter to a clock, whichever revision it is measured by. */
export const watchedFields = ({ metrics, former = [] }: MetricsOfAllTimes): ReadonlySet<string> => {
  const fields = new Set<string>();
  const earlier = former.flatMap((each) => each.metrics.flatMap(({ was }) => was ?? []));
  for (const metric of [...metrics, ...earlier])
    for (const field of fieldsOfMetric(metric)) fields.add(field);
  return fields;
};

/** Fields a metric looks at, each perhaps several times. */
export function* fieldsOfMetric(metric: MetricDefinition): Iterable<string> {
  yield* fieldsOfCondition(metric.scope);
  for (const trigger of [...metric.start, ...metric.stop, ...(metric.resume ?? [])])
    yield* fieldsOfTrigger(trigger);
  for (const rule of metric.pause) {
    yield* fieldsOfCondition(rule.when);
    if (rule.resumeAtField !== undefined) yield rule.resumeAtField;
  }
  if (metric.cancel.when === 'trigger')
    for (const trigger of metric.cancel.any) yield* fieldsOfTrigger(trigger);
  for (const trigger of metric.reset?.on ?? []) yield* fieldsOfTrigger(trigger);
  for (const goal of metric.goals) yield* fieldsOfGoal(goal);
  if (metric.startFromField !== undefined) yield metric.startFromField;
  // Tells a reopening from a step between two done statuses.
  if (metric.undoStopMs > 0) yield 'statusCategory';
  for (const level of metric.escalations) {
    if (level.when !== undefined) yield* fieldsOfCondition(level.when);
  }
}

function* fieldsOfGoal(goal: Goal): Iterable<string> {
  if (goal.when !== undefined) yield* fieldsOfCondition(goal.when);
  if (goal.target.kind === 'dateField' || goal.target.kind === 'durationField') yield goal.target.field;
  if (goal.calendar.kind === 'field') yield goal.calendar.field;
}

function* fieldsOfTrigger(trigger: Trigger): Iterable<string> {
  if (trigger.on === 'changed') {
    yield trigger.field;
    if (trigger.and !== undefined) yield* fieldsOfCondition(trigger.and);
  }
  if (trigger.on === 'while') yield* fieldsOfCondition(trigger.condition);
}

function* fieldsOfCondition(condition: Condition): Iterable<string> {
  if ('all' in condition) for (const part of condition.all) yield* fieldsOfCondition(part);
  else if ('any' in condition) for (const part of condition.any) yield* fieldsOfCondition(part);
  else if ('not' in condition) yield* fieldsOfCondition(condition.not);
  else yield condition.field;
}
