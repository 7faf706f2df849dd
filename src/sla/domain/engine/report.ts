import type { Cycle, Instant, MetricResult, MetricState, SlaReport } from '../model';
import type { CompiledMetric } from './compiled';
import { ongoingOf } from './cycle';
import type { Machine } from './machine';
import { reportCycle } from './report-cycle';
import { segmentsOf } from './segments';
import type { CycleState, MetricRun } from './state';

const cyclesOf = (
  machine: Machine,
  metric: CompiledMetric,
  run: MetricRun,
  now: Instant,
): readonly Cycle[] => {
  const { compiled, context } = machine;
  const marks = context.trace?.get(metric.def.id)?.marks;
  return run.y
    .filter((cycle) => cycle.x !== 'noGoal')
    .map((cycle: CycleState) =>
      reportCycle(
        metric,
        cycle,
        compiled.calendar(cycle.c),
        now,
        marks ? segmentsOf(compiled, cycle, marks.get(cycle.n) ?? [], now) : [],
      ),
    );
};

/** The cycle a metric is judged by: the first finished one, or the last. */
const judged = (metric: CompiledMetric, cycles: readonly Cycle[]): Cycle | undefined => {
  if (metric.def.method !== 'first') return cycles.at(-1);
  return cycles.find((cycle) => cycle.state !== 'CANCELLED') ?? cycles.at(-1);
};

const whyNot = (machine: Machine, metric: CompiledMetric, run: MetricRun): string | undefined => {
  if (!metric.scope(machine.context.fields)) return 'the issue is outside the scope';
  if (run.na === 'noGoal' && run.pd !== undefined) return 'no goal matches';
  if (run.na === 'noDate' && run.pd !== undefined) return 'no date';
  return undefined;
};

const idleState = (why: string | undefined): MetricState =>
  why === undefined || why === 'no date' ? 'NOT_STARTED' : 'NOT_APPLICABLE';

const reportedMs = (metric: CompiledMetric, cycle: Cycle | undefined): number | null =>
  metric.def.method === 'every' || !cycle ? null : cycle.elapsedMs;

const reportMetric = (
  machine: Machine,
  metric: CompiledMetric,
  run: MetricRun,
  now: Instant,
): MetricResult => {
  const { def } = metric;
  const cycles = cyclesOf(machine, metric, run, now);
  const cycle = judged(metric, cycles);
  const why = cycle && ongoingOf(run.y) ? undefined : whyNot(machine, metric, run);
  return {
    id: def.id,
    name: def.name,
    kind: def.kind,
    agreementId: def.agreementId,
    definitionVersion: def.version,
    method: def.method,
    state: cycle ? cycle.state : idleState(why),
    breached: cycle?.breached ?? false,
    everBreached: cycles.some((each) => each.breached) || run.y.some((each) => each.eb === 1),
    completedCycles: cycles.filter((each) => each.stopTime !== undefined),
    ongoingCycle: cycles.find((each) => each.stopTime === undefined),
    reportedMs: reportedMs(metric, cycle),
    events: machine.context.trace?.get(def.id)?.events ?? [],
    notApplicableWhy: why,
  };
};

/** The report of a machine that has let time pass until `now`; metrics in the order of their definitions. */
export const reportMachine = (machine: Machine, now: Instant): Omit<SlaReport, 'nextInstant'> => ({
  schema: 1,
  issueId: machine.issueId,
  issueKey: machine.issueKey,
  asOf: now,
  definitionsVersion: machine.compiled.source.version,
  metrics: [...machine.pairs]
    .sort(([a], [b]) => a.index - b.index)
    .map(([metric, run]) => reportMetric(machine, metric, run, now)),
});
