import type { Instant } from '../model';
import { byRule } from '../compiled/cause';
import type { CompiledMetric } from '../compiled/compiled';
import type { Context } from './context';
import { breachInstantOf, ongoingOf, pauseTurnsAt } from './cycle';
import type { Machine } from './machine';
import { cancelCycle, applyPauses } from './moves';
import type { CycleState, MetricRun } from './state';
import { endKnownPause } from './app-facts';
import { stepMetric } from './step';

interface Own {
  readonly at: Instant;
  readonly metric: CompiledMetric;
  readonly run: MetricRun;
  readonly cycle: CycleState;
}

/** Whether what other metrics did may matter to a metric. */
export const dependsOn = (context: Context, metric: CompiledMetric): boolean =>
  metric.pausedBy.length > 0 || (metric.listensTo.size > 0 && context.signals.length > 0);

/** When retirement cancels what is under way. */
const cancelledAt = ({ def: { retired } }: CompiledMetric): Instant =>
  retired?.open === 'cancel' ? retired.at : Infinity;

/** The earliest instant before `until` at which time alone does something: a known pause end, a breach others wait for, a retirement. */
const nextByItself = (machine: Machine, until: Instant): Own | undefined => {
  let first: Own | undefined;
  const { compiled, context, runs } = machine;
  const signalled = compiled.breachSignals.size > 0;
  if (!context.knownEnds && !signalled && !compiled.retiring) return undefined;
  for (let i = 0; i < runs.length; i++) {
    const metric = compiled.metrics[i]!;
    const run = runs[i]!;
    const cycle = ongoingOf(run.cycles);
    if (!cycle) continue;
    const turn = pauseTurnsAt(cycle);
    let at = turn !== undefined && turn <= until ? turn : undefined;
    if (signalled && compiled.breachSignals.has(metric.def.id) && !cycle.breachTold) {
      const breach = breachInstantOf(metric, cycle, compiled.calendar(cycle.calendarId));
      if (breach !== undefined && breach < until && (at === undefined || breach < at)) at = breach;
    }
    const end = cancelledAt(metric);
    if (end <= until && (at === undefined || end <= at)) at = end;
    if (at !== undefined && (first === undefined || at < first.at)) first = { at, metric, run, cycle };
  }
  return first;
};

/** Lets time pass: pauses with a known end end, breaches are signalled to the metrics that wait for them. */
export const passTime = (machine: Machine, until: Instant): void => {
  const { context, compiled, runs } = machine;
  for (let next = nextByItself(machine, until); next; next = nextByItself(machine, until)) {
    context.at = Math.max(next.at, context.at);
    context.happened = { kind: 'signal' };
    context.factId = undefined;
    context.by = null;
    context.signals = [];
    if (cancelledAt(next.metric) <= next.at) cancelCycle(context, next.metric, next.run, byRule('retired'));
    else if ((pauseTurnsAt(next.cycle) ?? Infinity) <= next.at) {
      endKnownPause(context, next.metric, next.run);
      applyPauses(context, next.metric, next.run, !next.metric.resume);
    } else {
      next.cycle.breachTold = 1;
      context.signals.push(`${next.metric.def.id}:breached`);
    }
    compiled.metrics.forEach((metric, i) => {
      if (dependsOn(context, metric)) stepMetric(context, metric, runs[i]!);
    });
  }
};
