/** Which projects a scope is limited to. */
import type { Condition, SlaDefinitions } from '../model';

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
