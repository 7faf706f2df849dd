import type { Fact } from '../model';
import { byHand, byRule } from '../compiled/cause';
import { takeChild } from './children';
import type { CompiledMetric } from '../compiled/compiled';
import { type Context, note } from './context';
import { ongoingOf } from './cycle';
import { extendCycle } from './extension';
import { cancelCycle, resumeCycle } from './moves';
import { holding } from './pauses';
import type { MetricRun } from './state';

/** Facts of the app itself: clocks of other work items, pauses by hand, extensions, excuses, deletion. Says whether the metric must be stepped too. */
export const applyAppFact = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  fact: Fact,
): boolean => {
  switch (fact.kind) {
    case 'child':
      return takeChild(context, metric, run, fact);
    case 'pause':
      if (fact.metricId !== undefined && fact.metricId !== metric.def.id) return false;
      run.pausedByHand = [fact.reason, fact.resumeAt ?? null];
      return true;
    case 'resume':
      if ((fact.metricId !== undefined && fact.metricId !== metric.def.id) || !run.pausedByHand) return false;
      run.pausedByHand = undefined;
      if (metric.resume && !holding(context, metric, run))
        resumeCycle(context, metric, run, byRule('resumedByHand'));
      return true;
    case 'extend':
      if (fact.metricId === metric.def.id) extendCycle(context, metric, run, fact);
      return false;
    case 'excuse': {
      const cycle =
        fact.metricId === metric.def.id ? run.cycles.find((each) => each.number === fact.cycle) : undefined;
      if (!cycle) return false;
      cycle.excused = [fact.by, fact.category, fact.reason];
      note(context, metric, 'excuse', byHand(fact.reason));
      return false;
    }
    case 'deleted':
      cancelCycle(context, metric, run, byRule('deleted'));
      run.pendingSince = undefined;
      run.waitsForScope = undefined;
      return false;
    case 'change':
    case 'comment':
    case 'approval':
    case 'link':
      return false;
  }
};

/** A pause whose end was known has ended before this instant. */
export const endKnownPause = (context: Context, metric: CompiledMetric, run: MetricRun): void => {
  const cycle = ongoingOf(run.cycles);
  const ended = cycle?.runningSince === undefined ? cycle?.pauseEndsAt : undefined;
  if (ended === undefined || ended > context.at) return;
  const now = context.at;
  context.at = ended;
  if (run.pausedByHand?.[1] != null && run.pausedByHand[1] <= ended) run.pausedByHand = undefined;
  resumeCycle(context, metric, run, byRule('pauseEnds'));
  context.at = now;
};
