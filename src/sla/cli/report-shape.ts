/**
 * A report in the shape of sla-rules §11.1: the engine's own keys, and beside them the names that Jira Service
 * Management's REST API has for the same things, so that what reads its `SlaInformation` finds them here.
 */
import type { Cycle, Fact, IssueHistory, MetricResult, Segment, SlaReport } from '../engine/model';

/** The last fact with an id that had happened by an instant: ids of changelog entries and of comments may be the same. */
type FactOf = (id: string, by: number) => Fact | undefined;

const factsOf = ({ facts }: IssueHistory): FactOf => {
  const inOrder = [...facts].sort((a, b) => a.at - b.at);
  return (id, by) => inOrder.findLast((fact) => fact.id === id && fact.at <= by);
};

const segmentShape = (segment: Segment, factOf: FactOf) => {
  const { factId } = segment.cause;
  const kind = factId === undefined ? undefined : factOf(factId, segment.from)?.kind;
  return {
    ...segment,
    cause: {
      ...segment.cause,
      ...(kind === 'change' && { changelogId: factId }),
      ...(kind === 'comment' && { commentId: factId }),
    },
  };
};

/** The target with its length in working milliseconds, its business days, and the instant where it is a date. */
const targetShape = ({ goal: { target }, goalDurationMs, originalDueTime, dueTime }: Cycle) => ({
  ...target,
  ms: goalDurationMs,
  ...(target.kind === 'businessDays' && { businessDays: target.days }),
  ...(target.kind === 'dateField' && { date: isoOf(dueTime ?? originalDueTime) }),
});

const isoOf = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

const cycleShape = (cycle: Cycle, factOf: FactOf) => ({
  ...cycle,
  goal: { ...cycle.goal, target: targetShape(cycle) },
  goalDuration: cycle.goalDurationMs,
  elapsedTime: cycle.elapsedMs,
  remainingTime: cycle.remainingMs,
  segments: cycle.segments.map((segment) => segmentShape(segment, factOf)),
});

const metricShape = (metric: MetricResult, factOf: FactOf) => {
  const { completedCycles, ongoingCycle } = metric;
  return {
    ...metric,
    completedCycles: completedCycles.map((cycle) => cycleShape(cycle, factOf)),
    ongoingCycle: ongoingCycle && {
      ...cycleShape(ongoingCycle, factOf),
      paused: ongoingCycle.state === 'PAUSED',
    },
  };
};

/**
 * The report with the names of sla-rules §11.1 added; durations are milliseconds, instants as in the report. `noticedTime` is never
 * there: a replay notices nothing late.
 */
export const reportShape = (report: SlaReport, history: IssueHistory) => {
  const factOf = factsOf(history);
  return { ...report, metrics: report.metrics.map((metric) => metricShape(metric, factOf)) };
};
