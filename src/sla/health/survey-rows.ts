/** What the daily survey found, as rows. */
import { textParam } from '../../kernel/finding';
import { goalsOf } from '../domain';
import type { SlaDefinitions } from '../domain/model';
import { LONG_PAUSE_DAYS, SURVEY_DAYS, unmatchedGoals } from '../domain/survey/survey';
import { row, type HealthRow } from './row';
import type { SurveyDocument } from './survey-document';

/** Goals nobody matched, open issues without a goal, long pauses; nothing before the first survey. */
export function surveyRows(definitions: SlaDefinitions, survey: SurveyDocument | null): readonly HealthRow[] {
  if (survey === null) return [];
  const metricOf = (id: string) => definitions.metrics.find((metric) => metric.id === id);
  return [
    ...survey.noGoal.flatMap(({ metricId, count, keys }) => {
      const metric = metricOf(metricId);
      if (metric === undefined) return [];
      const params = { metric: textParam(metric.name), count };
      return [row('sla.noGoal', 'warning', `metric:${metricId}`, params, keys)];
    }),
    ...unmatchedGoals(definitions, survey.goals).flatMap(({ metricId, goalId, others }) => {
      const metric = metricOf(metricId);
      const goal = metric && goalsOf(metric).find(({ id }) => id === goalId);
      if (metric === undefined || goal === undefined) return [];
      const params = {
        metric: textParam(metric.name),
        goal: goal.name,
        count: others,
        days: SURVEY_DAYS,
      };
      return [row('sla.goalUnmatched', 'info', `metric:${metricId}`, params)];
    }),
    ...survey.longPaused.flatMap(({ metricId, count, keys }) => {
      const metric = metricOf(metricId);
      if (metric === undefined) return [];
      const params = { metric: textParam(metric.name), count, days: LONG_PAUSE_DAYS };
      return [row('sla.longPaused', 'info', `metric:${metricId}`, params, keys)];
    }),
  ];
}
