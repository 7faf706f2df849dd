import { holdsOf } from '../engine/condition';
import type { Fields, MetricDefinition, SlaDefinitions } from '../model';

/** Active metrics whose scope lets the issue in while none of their goals does: it is silently not measured. */
export const metricsWithoutGoal = (
  { metrics }: SlaDefinitions,
  fields: Fields,
): readonly MetricDefinition[] =>
  metrics.filter(
    ({ active, retired, scope, goals }) =>
      active &&
      retired === undefined &&
      holdsOf(scope, fields) &&
      goals.every(({ when }) => when !== undefined && !holdsOf(when, fields)),
  );
