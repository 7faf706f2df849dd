/** Whether an issue is certainly outside a metric's scope, when only some of its fields are known. */
import type { Condition, Fields, MetricDefinition, SlaDefinitions } from '../model';

type Answer = 'yes' | 'no' | 'unknown';

/** `no` only when the condition can't hold whatever the unknown fields say. */
const judge = (condition: Condition, known: Fields): Answer => {
  if ('all' in condition) {
    const answers = condition.all.map((part) => judge(part, known));
    if (answers.includes('no')) return 'no';
    return answers.includes('unknown') ? 'unknown' : 'yes';
  }
  if ('any' in condition) {
    const answers = condition.any.map((part) => judge(part, known));
    if (answers.includes('yes')) return 'yes';
    return answers.includes('unknown') ? 'unknown' : 'no';
  }
  if ('not' in condition) return opposite(judge(condition.not, known));
  const value = known[condition.field];
  if (value === undefined) return 'unknown';
  switch (condition.op) {
    case 'in':
      return value.some((each) => condition.values.includes(each)) ? 'yes' : 'no';
    case 'notIn':
      return value.some((each) => condition.values.includes(each)) ? 'no' : 'yes';
    case 'set':
      return value.length > 0 ? 'yes' : 'no';
    case 'empty':
      return value.length > 0 ? 'no' : 'yes';
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return 'unknown';
  }
};

const opposite = (answer: Answer): Answer => {
  if (answer === 'unknown') return 'unknown';
  return answer === 'yes' ? 'no' : 'yes';
};

/** Whether no active metric can measure an issue with these fields: fields left out may have any value. */
export const outOfEveryScope = (
  definitions: { readonly metrics: readonly Pick<MetricDefinition, 'active' | 'scope'>[] },
  known: Fields,
): boolean => definitions.metrics.every(({ active, scope }) => !active || judge(scope, known) === 'no');

/** Ids of the projects the active metrics name; `null` when some metric is not limited to projects. */
export const projectsInScope = (definitions: Pick<SlaDefinitions, 'metrics'>): readonly string[] | null => {
  const named = new Set<string>();
  for (const { active, scope } of definitions.metrics) {
    if (!active) continue;
    const projects = projectsOf(scope);
    if (projects === null) return null;
    for (const project of projects) named.add(project);
  }
  return [...named].sort();
};

/** Ids of the projects a condition is limited to; `null` when it is not. */
export const projectsOf = (condition: Condition): readonly string[] | null => {
  if ('all' in condition) {
    const limits = condition.all.map(projectsOf).filter((limit) => limit !== null);
    const [first, ...rest] = limits;
    return first === undefined ? null : first.filter((id) => rest.every((limit) => limit.includes(id)));
  }
  if ('any' in condition) {
    const limits = condition.any.map(projectsOf);
    return limits.includes(null) ? null : limits.flatMap((limit) => limit ?? []);
  }
  if ('not' in condition) return null;
  return condition.field === 'projectId' && condition.op === 'in' ? condition.values : null;
};
