/** Whether an issue is certainly outside a metric's scope, when only some of its fields are known. */
import { judge, type Truth, truthOf } from '../../../kernel/condition';
import type { Condition, Fields, FieldTest, MetricDefinition, SlaDefinitions } from '../model';

const judgeTest = (test: FieldTest, known: Fields): Truth => {
  const value = known[test.field];
  if (value === undefined) return 'unknown';
  switch (test.op) {
    case 'in':
      return truthOf(value.some((each) => test.values.includes(each)));
    case 'notIn':
      return truthOf(!value.some((each) => test.values.includes(each)));
    case 'set':
      return truthOf(value.length > 0);
    case 'empty':
      return truthOf(value.length === 0);
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return 'unknown';
  }
};

/** Whether no active metric can measure an issue with these fields: fields left out may have any value. */
export const outOfEveryScope = (
  definitions: { readonly metrics: readonly Pick<MetricDefinition, 'active' | 'scope'>[] },
  known: Fields,
): boolean =>
  definitions.metrics.every(
    ({ active, scope }) => !active || judge(scope, (test) => judgeTest(test, known)) === 'no',
  );

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
