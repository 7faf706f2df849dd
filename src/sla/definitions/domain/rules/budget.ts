import type { Agreement, DurationMs, MetricDefinition, SlaDefinitions } from '../../../engine/model';
import { goalsOf } from '../../../engine/model/goals-of';
import { wallsOfGoal } from './wall-time';

/** An agreement's promise beside what its children promise one after the other, all as wall time. */
export interface Budget {
  readonly agreementId: string;
  readonly promisedMs: DurationMs;
  readonly childrenMs: DurationMs;
  readonly exceeded: boolean;
}

/** The metrics of the same agreement that a metric waits for before it starts. */
const waitedFor = (metric: MetricDefinition, all: readonly MetricDefinition[]): readonly MetricDefinition[] =>
  all.filter((other) =>
    metric.start.some(
      (trigger) => trigger.on === 'metric' && trigger.metricId === other.id && trigger.to !== 'started',
    ),
  );

/**
 * What an agreement promises by its own metrics. They run beside one another (a response and a resolution begin together),
 * so the longest counts; one that starts when another has ended comes after it, so these add up.
 */
const ownPromise = (agreement: Agreement, definitions: SlaDefinitions): DurationMs => {
  const metrics = definitions.metrics.filter((metric) => metric.agreementId === agreement.id);
  const lengthOf = (metric: MetricDefinition, after: readonly string[]): DurationMs => {
    if (after.includes(metric.id)) return 0;
    const own = Math.max(0, ...goalsOf(metric).map((goal) => wallsOfGoal(goal, definitions.calendars)[0]));
    const before = waitedFor(metric, metrics).map((other) => lengthOf(other, [...after, metric.id]));
    return own + Math.max(0, ...before);
  };
  return Math.max(0, ...metrics.map((metric) => lengthOf(metric, [])));
};

/**
 * What the agreements directly below one promise together, one after the other; `above` guards against loops. Those that
 * hold the clocks above while they are open take no time of theirs.
 */
const childrenPromise = (
  agreement: Agreement,
  definitions: SlaDefinitions,
  above: readonly string[] = [],
): DurationMs =>
  definitions.agreements
    .filter(
      ({ id, parentId, affectsParent }) =>
        parentId === agreement.id && affectsParent !== 'open' && !above.includes(id),
    )
    .reduce((sum, child) => {
      const own = ownPromise(child, definitions);
      return sum + (own > 0 ? own : childrenPromise(child, definitions, [...above, agreement.id, child.id]));
    }, 0);

/**
 * Checks each agreement that promises something and has children: the sum of what they promise, taken one after the
 * other, should fit into what it promises itself; all on a common 24×7 basis (sla-rules §7.2). A child that promises
 * nothing itself stands for the agreements below it, however deep.
 */
export const agreementBudgets = (definitions: SlaDefinitions): readonly Budget[] =>
  definitions.agreements.flatMap((agreement) => {
    const hasChildren = definitions.agreements.some((each) => each.parentId === agreement.id);
    const promisedMs = ownPromise(agreement, definitions);
    if (!hasChildren || promisedMs === 0) return [];
    const childrenMs = childrenPromise(agreement, definitions);
    return [{ agreementId: agreement.id, promisedMs, childrenMs, exceeded: childrenMs > promisedMs }];
  });
