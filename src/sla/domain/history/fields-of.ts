/** Which fields of an issue a set of definitions looks at. */
import type { Condition, Goal, MetricDefinition, SlaDefinitions, Trigger } from '../model';

/** Always read: who holds the issue and where it stands, for segments and messages. */
const BASE_FIELDS = ['status', 'statusCategory', 'assignee', 'projectId', 'issuetype', 'priority'];

/** Every field a history needs: those the definitions mention, and those a report always names. */
export const fieldsOf = (definitions: Pick<SlaDefinitions, 'metrics'>): ReadonlySet<string> =>
  new Set([...BASE_FIELDS, ...watchedFields(definitions)]);

/** The fields whose change can matter to a clock. */
export const watchedFields = (definitions: Pick<SlaDefinitions, 'metrics'>): ReadonlySet<string> => {
  const fields = new Set<string>();
  for (const metric of definitions.metrics) for (const field of fieldsOfMetric(metric)) fields.add(field);
  return fields;
};

function* fieldsOfMetric(metric: MetricDefinition): Iterable<string> {
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
