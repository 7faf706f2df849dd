import type { EventCause, FieldValue, Instant, TimelineEvent } from '../model';

/** Where a stretch of a cycle begins; it ends where the next begins. */
export interface Mark {
  readonly at: Instant;
  readonly type: 'running' | 'paused';
  readonly assignee: FieldValue;
  readonly group: FieldValue;
  readonly status: FieldValue;
  readonly calendarId: string | null;
  readonly factId?: string;
  readonly because: EventCause;
  readonly reason?: string;
}

/** What a replay remembers when asked why: per metric its events, per cycle its marks. */
export interface MetricTrace {
  readonly events: TimelineEvent[];
  readonly marks: Map<number, Mark[]>;
}

export type Trace = Map<string, MetricTrace>;

export const traceOf = (trace: Trace, metricId: string): MetricTrace => {
  const known = trace.get(metricId);
  if (known) return known;
  const made: MetricTrace = { events: [], marks: new Map() };
  trace.set(metricId, made);
  return made;
};
