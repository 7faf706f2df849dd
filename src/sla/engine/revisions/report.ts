import type { SlaReport } from '../model';
import { plainCycle } from './keep';
import type { Revised } from './revised-machine';

/** The report as people know the definitions: calendars by their own names, nothing of metrics that only were. */
export function withoutIdle({ definitions, choice }: Revised, report: SlaReport): SlaReport {
  const active = new Set(definitions.metrics.filter((each) => each.active).map(({ id }) => id));
  const metrics = report.metrics
    .filter(
      ({ id, completedCycles, ongoingCycle }) =>
        active.has(id) || completedCycles.length > 0 || ongoingCycle !== undefined,
    )
    .map((metric) =>
      choice.has(metric.id)
        ? {
            ...metric,
            completedCycles: metric.completedCycles.map(plainCycle),
            ...(metric.ongoingCycle === undefined ? {} : { ongoingCycle: plainCycle(metric.ongoingCycle) }),
          }
        : metric,
    );
  return { ...report, metrics };
}
