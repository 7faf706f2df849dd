import { replay } from '../replay/replay';
import type { Cycle, Fact, Fields, MetricDefinition, MetricResult, SlaDefinitions } from '../model';
import { at, definitionsOf, historyOf, metricOf } from './build';

/** Questions of tests to one metric of an issue created on Monday, 1 June 2026, at 10:00 in Berlin. */

export const CREATED = '2026-06-01T10:00';

export const resultOf = (
  parts: Partial<MetricDefinition>,
  facts: readonly Fact[],
  now: string,
  initial: Fields = {},
  definitions: SlaDefinitions = definitionsOf(metricOf(parts)),
): MetricResult => {
  const metric = replay(definitions, historyOf(CREATED, facts, initial), at(now), { trace: true }).metrics[0];
  if (!metric) throw new Error('no metric');
  return metric;
};

export const lastOf = (metric: MetricResult): Cycle => {
  const cycle = metric.ongoingCycle ?? metric.completedCycles.at(-1);
  if (!cycle) throw new Error('no cycle');
  return cycle;
};

export const cycleOf = (...given: Parameters<typeof resultOf>): Cycle => lastOf(resultOf(...given));
