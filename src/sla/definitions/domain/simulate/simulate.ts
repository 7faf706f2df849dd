/** A metric that is not saved, replayed over real histories beside the one that is. */
import { replay } from '../../../engine/replay/replay';
import type {
  IdleReason,
  Instant,
  IssueHistory,
  MetricDefinition,
  MetricResult,
  SlaDefinitions,
} from '../../../engine/model';
import { inForce } from '../testcases/run-tests';
import { outcomeOf, verdictOf, type Outcome, type Verdict } from '../../../engine/report/outcome';

export interface Simulated {
  readonly outcome: Outcome;
  readonly verdict: Verdict;
  /** Why nothing is measured, where nothing is. */
  readonly why: IdleReason | null;
}

export interface Comparison {
  readonly history: IssueHistory;
  /** With the metric as it stands in the editor, as if switched on. */
  readonly now: Simulated;
  /** With the metric as it is stored; `null` where there is none, or it is switched off. */
  readonly before: Simulated | null;
  readonly changed: boolean;
}

/** One metric of a replay with its segments and events: what the timeline of a row shows. */
export const simulateOne = (
  definitions: SlaDefinitions,
  metric: MetricDefinition,
  history: IssueHistory,
  now: Instant,
): MetricResult | undefined =>
  replay(inForce(definitions, metric), history, now, { trace: true }).metrics.find(
    ({ id }) => id === metric.id,
  );

/** Every history with the metric as edited and as stored. Nothing else of the definitions changes. */
export const compareMetric = (
  definitions: SlaDefinitions,
  metric: MetricDefinition,
  histories: readonly IssueHistory[],
  now: Instant,
): readonly Comparison[] => {
  const edited = inForce(definitions, metric);
  const stored = definitions.metrics.find(({ id, active }) => id === metric.id && active);
  return histories.flatMap((history) => {
    const after = simulated(edited, metric, history, now);
    if (after === null) return [];
    const before =
      stored === undefined ? null : simulated({ ...definitions, former: [] }, stored, history, now);
    return [
      { history, now: after, before, changed: before !== null && !same(before.outcome, after.outcome) },
    ];
  });
};

function simulated(
  definitions: SlaDefinitions,
  metric: MetricDefinition,
  history: IssueHistory,
  now: Instant,
): Simulated | null {
  const result = replay(definitions, history, now, { trace: true }).metrics.find(
    ({ id }) => id === metric.id,
  );
  if (result === undefined) return null;
  const outcome = outcomeOf(result);
  return { outcome, verdict: verdictOf(outcome), why: result.idle ?? null };
}

const same = (left: Outcome, right: Outcome): boolean =>
  left.state === right.state &&
  left.breached === right.breached &&
  left.due === right.due &&
  left.elapsedMs === right.elapsedMs &&
  left.goal?.name === right.goal?.name;

/** How many issues end in which way. */
export const totalsOf = (verdicts: readonly Verdict[]): Readonly<Record<Verdict, number>> => {
  const totals = { met: 0, breached: 0, running: 0, notApplicable: 0 };
  for (const verdict of verdicts) totals[verdict] += 1;
  return totals;
};
