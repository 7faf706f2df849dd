import type { MetricDefinition } from './whole';

/** The fine points of a metric as they are where nobody says otherwise. */
export const USUAL_RULES = {
  kind: 'SLA',
  cancel: { when: 'never' },
  method: 'every',
  goalChange: 'carry',
  retroactivePause: false,
  undoStopMs: 0,
  graceMs: 0,
  stopBeforeStart: 'ignore',
  escalations: [],
  visibility: 'date',
} as const satisfies Partial<MetricDefinition>;
