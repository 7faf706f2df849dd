/** The display copy of a report: what the panel paints first and what JQL searches. */
import type { SlaProperty } from '../domain/property';
import type { MetricDefinition, MetricResult, SlaDefinitions, SlaReport } from '../../engine/model';
import { type Risk, risksOf } from '../../engine/report/risk';
import { isoSecond } from './iso-second';
import { breachesAt, isExcused, metricLine, stateLine } from './metric-line';

type YesNo = SlaProperty['everBreached'];
const yesNo = (value: boolean): YesNo => (value ? 'yes' : 'no');

const inState =
  (...states: readonly MetricResult['state'][]) =>
  (metrics: readonly MetricResult[]): boolean =>
    metrics.some(({ state }) => states.includes(state));
const running = inState('RUNNING');
const paused = inState('PAUSED');
const completed = inState('MET', 'BREACHED_STOPPED');
const cancelled = inState('CANCELLED');
const notStarted = inState('NOT_STARTED');

const worstState = (metrics: readonly MetricResult[]): SlaProperty['state'] => {
  if (metrics.some(({ breached }) => breached)) return 'breached';
  if (running(metrics)) return 'running';
  if (paused(metrics)) return 'paused';
  if (completed(metrics)) return 'met';
  if (cancelled(metrics)) return 'cancelled';
  return notStarted(metrics) ? 'notStarted' : 'none';
};

/** What the clocks do, once one of them has started: an issue never measured is in no answer, not even a negated one. */
const flagsOf = (metrics: readonly MetricResult[]): Partial<SlaProperty> => ({
  ...(metrics.length === 0 ? {} : { notStarted: yesNo(notStarted(metrics)) }),
  ...(metrics.every(({ state }) => state === 'NOT_STARTED')
    ? {}
    : {
        running: yesNo(running(metrics)),
        paused: yesNo(paused(metrics)),
        completed: yesNo(completed(metrics)),
        cancelled: yesNo(cancelled(metrics)),
        excused: yesNo(metrics.some(isExcused)),
      }),
});

const named = (risk: Risk | undefined, { metrics }: SlaDefinitions) =>
  risk && { ...risk, name: metrics.find(({ id }) => id === risk.metricId)?.name };

/** Everything of the property but when it was written: equal values mean nothing to write. */
export type PropertyValues = Omit<SlaProperty, 'asOf' | 'more'>;

/** What requesters see of each metric; nothing of one that is gone. */
const visibilities = ({ metrics }: SlaDefinitions): ((id: string) => MetricDefinition['visibility']) => {
  const byId = new Map(metrics.map(({ id, visibility }) => [id, visibility]));
  return (id) => byId.get(id) ?? 'hidden';
};

/**
 * The values to display for a report. Jira shows them to everybody who may browse the issue, so there is nothing in them that
 * a requester may not see: no hidden metric, and no date of one of which the state alone is told. `nextDue` is when the next
 * clock will be breached, its grace included; `appFacts` counts what a screen must ask the app for, since Jira's history does not hold it. Nothing in it ticks: the same
 * report a minute later has the same values, unless such an instant lies between.
 */
export const propertyOf = (
  report: SlaReport,
  definitions: SlaDefinitions,
  appFacts: number,
): PropertyValues => {
  const grace = new Map(definitions.metrics.map(({ id, graceMs }) => [id, graceMs]));
  const graceOf = ({ id }: MetricResult): number => grace.get(id) ?? 0;
  const seenAs = visibilities(definitions);
  const metrics = report.metrics.filter(
    ({ id, state }) => state !== 'NOT_APPLICABLE' && seenAs(id) !== 'hidden',
  );
  const risks = new Map(
    // Since when a clock is at risk is when the other was breached.
    [...risksOf(definitions, report)].filter(([, { metricId }]) => seenAs(metricId) === 'date'),
  );
  const dated = metrics.filter(({ id }) => seenAs(id) === 'date');
  const dues = dated.flatMap((metric) => breachesAt(metric, graceOf(metric)) ?? []);
  const nextBreach = dues.length === 0 ? undefined : Math.min(...dues);
  const reason = metrics.find(({ state }) => state === 'PAUSED')?.ongoingCycle?.pauseReason;
  return {
    v: 2,
    dv: report.definitionsVersion,
    state: worstState(metrics),
    everBreached: yesNo(metrics.some(({ everBreached }) => everBreached)),
    ...flagsOf(metrics),
    ...(nextBreach === undefined ? {} : { nextDue: isoSecond(nextBreach) }),
    ...(reason === undefined ? {} : { pausedReason: reason }),
    measured: metrics.length,
    metrics: Object.fromEntries(
      metrics.map((metric, index) => [
        `m${index + 1}`,
        seenAs(metric.id) === 'date'
          ? metricLine(metric, graceOf(metric), named(risks.get(metric.id), definitions), nextBreach)
          : stateLine(metric),
      ]),
    ),
    ...(appFacts === 0 ? {} : { appFacts }),
  };
};
