/** The display copy of a report: what the panel paints first and what JQL searches. */
import type { SlaProperty } from '../contract';
import type { MetricResult, SlaReport } from '../domain/model';
import { shownCycle } from './shown-cycle';

type MetricLine = SlaProperty['metrics'][number];

const iso = (instant: number): string => new Date(instant).toISOString();

const lineOf = (metric: MetricResult): MetricLine | null => {
  const cycle = shownCycle(metric);
  if (cycle === undefined) return null;
  const running = metric.state === 'RUNNING';
  return {
    id: metric.id,
    name: metric.name,
    state: metric.state,
    breached: metric.breached,
    ...(cycle.dueTime === undefined ? {} : { due: iso(cycle.dueTime) }),
    ...(cycle.stopTime === undefined ? {} : { stopped: iso(cycle.stopTime) }),
    // A running remainder changes every minute and follows from `due`: only a standing one is worth writing.
    ...(running || cycle.remainingMs === null ? {} : { remainingMs: cycle.remainingMs }),
    goal: cycle.goal.name,
    zone: cycle.zone,
    ...(cycle.pauseReason === undefined ? {} : { pauseReason: cycle.pauseReason }),
    ...(cycle.pausedSince === undefined ? {} : { pausedSince: iso(cycle.pausedSince) }),
  };
};

const worstState = (metrics: readonly MetricResult[]): SlaProperty['state'] => {
  if (metrics.some(({ breached }) => breached)) return 'breached';
  if (metrics.some(({ state }) => state === 'RUNNING')) return 'running';
  if (metrics.some(({ state }) => state === 'PAUSED')) return 'paused';
  return metrics.some(({ state }) => state === 'MET') ? 'met' : 'none';
};

/** Everything of the property but when it was written: equal values mean nothing to write. */
export type PropertyValues = Omit<SlaProperty, 'asOf'>;

/**
 * The values to display for a report. `nextDue` is the earliest due instant not yet passed; `appFacts` counts
 * what a screen must ask the app for, since Jira's history does not hold it.
 */
export const propertyOf = (report: SlaReport, appFacts: number): PropertyValues => {
  const lines = report.metrics.map(lineOf).filter((line): line is MetricLine => line !== null);
  const dues = report.metrics.flatMap(({ ongoingCycle }) =>
    ongoingCycle?.dueTime === undefined || ongoingCycle.breached ? [] : [ongoingCycle.dueTime],
  );
  const paused = report.metrics.find(({ state }) => state === 'PAUSED')?.ongoingCycle?.pauseReason;
  return {
    v: 1,
    dv: report.definitionsVersion,
    state: worstState(report.metrics),
    everBreached: report.metrics.some(({ everBreached }) => everBreached) ? 'yes' : 'no',
    ...(dues.length === 0 ? {} : { nextDue: iso(Math.min(...dues)) }),
    ...(paused === undefined ? {} : { pausedReason: paused }),
    metrics: lines,
    ...(appFacts === 0 ? {} : { appFacts }),
  };
};

/**
 * A short fingerprint of the values (FNV-1a, 32 bits, twice with different seeds): kept in the record, so that
 * knowing whether Jira has the same copy needs no reading.
 */
export const fingerprintOf = (values: PropertyValues): string => {
  const text = JSON.stringify(values);
  return hash(text, 0x811c9dc5) + hash(text, 0x9747b28c);
};

const hash = (text: string, seed: number): string => {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36);
};
