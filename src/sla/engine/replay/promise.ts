import type { Cycle, Fields, Instant, LocalizedText, MetricResult, SlaDefinitions } from '../model';
import { replay, type ReplayOptions } from './replay';

/** What a metric would promise an issue created with some fields at some instant. */
export interface Promised {
  readonly metricId: string;
  readonly name: LocalizedText;
  readonly visibility: 'hidden' | 'state' | 'date';
  /** Absent when the metric only measures, or is paused from the start. */
  readonly dueTime?: Instant;
  readonly goal: Cycle['goal'];
  readonly goalDurationMs: number | null;
  /** `null` is 24×7. */
  readonly calendarId: string | null;
  readonly zone: string;
}

/** What every metric says of an issue that is created with these fields at this instant, before anything happens to it. */
export function justCreated(
  definitions: SlaDefinitions,
  fields: Fields,
  at: Instant,
  options?: ReplayOptions,
): readonly MetricResult[] {
  const reporter = fields.reporter?.[0] ?? null;
  const history = { issueId: '', issueKey: '', createdAt: at, reporter, initial: fields, facts: [] };
  return replay(definitions, history, at, options).metrics;
}

/** What would be promised if an issue with these fields were created at an instant: only metrics that start at creation. */
export const promise = (definitions: SlaDefinitions, fields: Fields, at: Instant): readonly Promised[] => {
  const visibility = new Map(definitions.metrics.map((each) => [each.id, each.visibility]));
  return justCreated(definitions, fields, at).flatMap(({ id, name, ongoingCycle }) =>
    ongoingCycle
      ? [
          {
            metricId: id,
            name,
            visibility: visibility.get(id) ?? 'hidden',
            dueTime: ongoingCycle.dueTime ?? ongoingCycle.dueIfResumedNow,
            goal: ongoingCycle.goal,
            goalDurationMs: ongoingCycle.goalDurationMs,
            calendarId: ongoingCycle.calendarId,
            zone: ongoingCycle.zone,
          },
        ]
      : [],
  );
};
