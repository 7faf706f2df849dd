import { copiedGoals } from '../../../src/sla/definitions/domain/rules/drift';
import type { Goal, MetricDefinition } from '../../../src/sla/engine/model';
import { projectsOf } from '../../../src/sla/engine/history/scope-projects';

/** Spaces to show: those the scope names, and those with goals of their own, named or not. */
export function shownSpaces({ scope, spaces = [] }: MetricDefinition): readonly string[] {
  return [...new Set([...(projectsOf(scope) ?? []), ...spaces.map(({ id }) => id)])];
}

/** The metric with these goals for a space; with none, the space follows the standard. */
export function withOwnGoals(
  { spaces = [], ...metric }: MetricDefinition,
  id: string,
  goals: readonly Goal[],
): MetricDefinition {
  const known = spaces.some((space) => space.id === id);
  const next = known
    ? spaces.flatMap((space) => (space.id !== id ? [space] : goals.length === 0 ? [] : [{ id, goals }]))
    : [...spaces, { id, goals }];
  return next.length === 0 ? metric : { ...metric, spaces: next };
}

/** The space begins with the standard's goals, to be changed from there. */
export const givenOwnGoals = (metric: MetricDefinition, id: string): MetricDefinition =>
  withOwnGoals(
    metric,
    id,
    copiedGoals(metric.goals, () => crypto.randomUUID()),
  );
