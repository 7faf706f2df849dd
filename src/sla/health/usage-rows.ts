/** What the daily count of usage found, as rows. */
import { textParam } from '../../kernel/finding';
import { goalsOf } from '../engine';
import type { SlaDefinitions } from '../engine/model';
import { LONG_PAUSE_DAYS, USAGE_DAYS, unmatchedGoals } from '../definitions/domain/usage/usage';
import { row, type HealthRow } from './row';
import type { UsageDocument } from './usage-document';

/** Goals nobody matched, open issues without a goal, long pauses; nothing before the first count. */
export function usageRows(definitions: SlaDefinitions, usage: UsageDocument | null): readonly HealthRow[] {
  if (usage === null) return [];
  const metricOf = (id: string) => definitions.metrics.find((metric) => metric.id === id);
  return [
    ...usage.noGoal.flatMap(({ metricId, count, keys }) => {
      const metric = metricOf(metricId);
      if (metric === undefined) return [];
      const params = { metric: textParam(metric.name), count };
      return [row('sla.noGoal', 'warning', `metric:${metricId}`, params, keys)];
    }),
    ...unmatchedGoals(definitions, usage.goals).flatMap(({ metricId, goalId, others }) => {
      const metric = metricOf(metricId);
      const goal = metric && goalsOf(metric).find(({ id }) => id === goalId);
      if (metric === undefined || goal === undefined) return [];
      const params = {
        metric: textParam(metric.name),
        goal: goal.name,
        count: others,
        days: USAGE_DAYS,
      };
      return [row('sla.goalUnmatched', 'info', `metric:${metricId}`, params)];
    }),
    ...usage.longPaused.flatMap(({ metricId, count, keys }) => {
      const metric = metricOf(metricId);
      if (metric === undefined) return [];
      const params = { metric: textParam(metric.name), count, days: LONG_PAUSE_DAYS };
      return [row('sla.longPaused', 'info', `metric:${metricId}`, params, keys)];
    }),
  ];
}
