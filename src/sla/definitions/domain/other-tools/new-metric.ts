import type { MetricDefinition } from '../../../engine/model';

type Given = Pick<MetricDefinition, 'id' | 'name' | 'scope' | 'start' | 'stop' | 'pause' | 'goals'>;

/** A metric of another tool, switched off, with what Pledge does by itself for all that the other tool has no word for. */
export const foreignMetric = (given: Given): MetricDefinition => ({
  ...given,
  kind: 'SLA',
  version: 1,
  active: false,
  cancel: { when: 'never' },
  method: 'every',
  goalChange: 'carry',
  retroactivePause: false,
  undoStopMs: 0,
  graceMs: 0,
  stopBeforeStart: 'ignore',
  escalations: [],
  visibility: 'date',
});
