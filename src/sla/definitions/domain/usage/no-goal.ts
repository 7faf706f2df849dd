import { holdsOf } from '../../../engine/compiled/condition';
import { goalsOf } from '../../../engine/model/goals-of';
import type { Fields, MetricDefinition, SlaDefinitions } from '../../../engine/model';

/** Active metrics whose scope lets the issue in while none of their goals does: it is silently not measured. */
export const metricsWithoutGoal = (
  { metrics }: SlaDefinitions,
  fields: Fields,
): readonly MetricDefinition[] =>
  metrics.filter(
    (metric) =>
      metric.active &&
      metric.retired === undefined &&
      holdsOf(metric.scope, fields) &&
      goalsOf(metric).every(({ when }) => when !== undefined && !holdsOf(when, fields)),
  );
