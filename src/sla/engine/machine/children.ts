/** What clocks of other work items, of agreements below, do to a clock (sla-rules §7.1). */
import type { ChildClocks, Fact } from '../model';
import { byRule, CHILD_REASON } from '../compiled/cause';
import type { CompiledMetric } from '../compiled/compiled';
import type { Context } from './context';
import { ongoingOf } from './cycle';
import { resumeCycle } from './moves';
import { holding } from './pauses';
import type { MetricRun } from './state';

type ChildFact = Extract<Fact, { kind: 'child' }>;

const isOther =
  (fact: ChildFact) =>
  ([issueId, metricId]: readonly [string, string, unknown]): boolean =>
    issueId !== fact.issueId || metricId !== fact.metricId;

/** Takes in what a child's clock did; says whether the metric must be stepped. */
export const takeChild = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  fact: ChildFact,
): boolean => {
  if (!metric.below.has(fact.metricId)) return false;
  if (fact.what === 'breached') {
    run.breachedChildren = [
      ...(run.breachedChildren ?? []).filter(isOther(fact)),
      [fact.issueId, fact.metricId, fact.at],
    ];
    return false;
  }
  const was = run.holdingChildren ?? [];
  const others = was.filter(isOther(fact));
  const reason = fact.reason ?? CHILD_REASON;
  const now = fact.what === 'pauses' ? [...others, [fact.issueId, fact.metricId, reason] as const] : others;
  run.holdingChildren = now.length === 0 ? undefined : now;
  // With resume triggers only what a child paused goes on when the child lets go.
  const released = was.find((each) => !isOther(fact)(each));
  if (fact.what === 'resumes' && metric.resume && released?.[2] === ongoingOf(run.cycles)?.pauseReason)
    if (!holding(context, metric, run)) resumeCycle(context, metric, run, byRule('nothingPauses'));
  return true;
};

/** For reports; undefined when no child has told anything. */
export const childrenOf = ({ holdingChildren, breachedChildren }: MetricRun): ChildClocks | undefined =>
  holdingChildren === undefined && breachedChildren === undefined
    ? undefined
    : {
        pausing: (holdingChildren ?? []).map(([issueId, metricId]) => ({ issueId, metricId })),
        breached: (breachedChildren ?? []).map(([issueId, metricId, at]) => ({ issueId, metricId, at })),
      };
