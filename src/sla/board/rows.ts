import type { BoardIssue } from '../../platform/jira/issues/board-issues';
import type { BoardRow } from './domain/answers';
import type { Instant, MetricDefinition, MetricResult, SlaDefinitions } from '../engine/model';
import { risksOf } from '../engine/report/risk';
import type { SlaRecord } from '../clocks/record/record';
import { reportAt } from '../clocks/follow/compose';
import { type Courses, rowForecast } from './row-forecast';

/** The clocks under way on one issue that promise something: those with a due instant, and the paused ones. */
export function rowsOf(
  record: SlaRecord,
  issue: BoardIssue,
  definitions: SlaDefinitions,
  courses: Courses,
  now: Instant,
): readonly BoardRow[] {
  const graces = new Map(definitions.metrics.map(({ id, graceMs }) => [id, graceMs]));
  const { metrics } = reportAt(definitions, record.state, now);
  const risks = risksOf(definitions, { metrics });
  const riskOf = (id: string): Pick<BoardRow, 'risk'> => {
    const risk = risks.get(id);
    const broken = metrics.find((metric) => metric.id === risk?.metricId);
    const elsewhere = risk?.issueId !== undefined;
    return risk && broken ? { risk: { metricName: broken.name, at: risk.at, elsewhere } } : {};
  };
  return metrics.flatMap((metric) =>
    rowOf(metric, issue, graces.get(metric.id) ?? 0).map((row) => ({
      ...row,
      ...riskOf(metric.id),
      ...rowForecast(record, metric, issue.similarityKey, courses, definitions, now),
    })),
  );
}

function rowOf(
  { id, name, ongoingCycle: cycle }: MetricResult,
  issue: BoardIssue,
  graceMs: MetricDefinition['graceMs'],
): readonly BoardRow[] {
  if (cycle === undefined || (cycle.state !== 'RUNNING' && cycle.state !== 'PAUSED')) return [];
  const paused = cycle.state === 'PAUSED';
  // Measured but not promised, or waiting for a calendar that never opens again: nothing to run out.
  if (cycle.dueTime === undefined && (!paused || cycle.remainingMs === null)) return [];
  return [
    {
      issueId: issue.id,
      issueKey: issue.key,
      summary: issue.summary,
      space: issue.space,
      team: issue.team,
      assignee: issue.assignee,
      metricId: id,
      metricName: name,
      state: paused ? 'paused' : 'running',
      breached: cycle.breached,
      ...(cycle.dueTime === undefined
        ? {}
        : { dueTime: cycle.dueTime, breachesAfter: cycle.dueTime + graceMs }),
      remainingMs: cycle.remainingMs,
      goalMs: cycle.goalDurationMs,
      calendarId: cycle.calendarId,
      zone: cycle.zone,
      ...(cycle.pauseReason === undefined ? {} : { pauseReason: cycle.pauseReason }),
      ...(cycle.pausedSince === undefined ? {} : { pausedSince: cycle.pausedSince }),
    },
  ];
}
