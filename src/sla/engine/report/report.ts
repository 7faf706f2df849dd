import type { Cycle, Instant, MetricResult, MetricState, Segment, SlaReport, TimelineEvent } from '../model';
import { childrenOf } from '../machine/children';
import type { CompiledMetric } from '../compiled/compiled';
import { ongoingOf } from '../machine/cycle';
import { earlierOf } from './earlier';
import { idleOf } from '../machine/idle';
import type { Machine } from '../machine/machine';
import { reportCycle, reportKept } from './report-cycle';
import { segmentsOf } from '../machine/segments';
import type { CycleState, MetricRun } from '../machine/state';

const cyclesOf = (
  machine: Machine,
  metric: CompiledMetric,
  run: MetricRun,
  now: Instant,
): readonly Cycle[] => {
  const { compiled, context } = machine;
  const marks = context.trace?.get(metric.def.id)?.marks;
  const cycles: Cycle[] = [];
  for (const cycle of run.cycles) {
    if (cycle.cancelledWhy === 'noGoal') continue;
    if (cycle.judged !== undefined && cycle.endedAt !== undefined) {
      cycles.push(reportKept(cycle, cycle.judged));
      continue;
    }
    const segments = marks ? segmentsOf(compiled, cycle, marks.get(cycle.number) ?? [], now) : NO_SEGMENTS;
    cycles.push(reportCycle(metric, cycle, compiled.calendar(cycle.calendarId), now, segments));
  }
  return cycles;
};

const NO_SEGMENTS: readonly Segment[] = [];
const NO_EVENTS: readonly TimelineEvent[] = [];

/** The cycle a metric is judged by: the first finished one, or the last. */
const judged = (metric: CompiledMetric, cycles: readonly Cycle[]): Cycle | undefined => {
  if (metric.def.method !== 'first') return cycles.at(-1);
  return cycles.find((cycle) => cycle.state !== 'CANCELLED') ?? cycles.at(-1);
};

const whyNot = (
  machine: Machine,
  metric: CompiledMetric,
  run: MetricRun,
): MetricResult['notApplicableWhy'] => {
  if (!metric.scope(machine.context.fields)) return 'scope';
  if (run.pendingWhy === 'noGoal' && run.pendingSince !== undefined) return 'noGoal';
  if (run.pendingWhy === 'noDate' && run.pendingSince !== undefined) return 'noDate';
  return undefined;
};

const idleState = (why: MetricResult['notApplicableWhy']): MetricState =>
  why === undefined || why === 'noDate' ? 'NOT_STARTED' : 'NOT_APPLICABLE';

const reportedMs = (metric: CompiledMetric, cycle: Cycle | undefined): number | null =>
  metric.def.method === 'every' || !cycle ? null : cycle.elapsedMs;

const isBreached = (cycle: Cycle): boolean => cycle.breached;
const wasBreached = (cycle: CycleState): boolean => cycle.everBreached === 1;

const reportMetric = (
  machine: Machine,
  metric: CompiledMetric,
  run: MetricRun,
  now: Instant,
): MetricResult => {
  const { def } = metric;
  const { context } = machine;
  const cycles = cyclesOf(machine, metric, run, now);
  const cycle = judged(metric, cycles);
  const last = cycles[cycles.length - 1];
  // Only the last cycle of a metric can be open.
  const ongoing = last?.stopTime === undefined ? last : undefined;
  const why = cycle && ongoingOf(run.cycles) ? undefined : whyNot(machine, metric, run);
  return {
    id: def.id,
    name: def.name,
    kind: def.kind,
    agreementId: def.agreementId,
    definitionVersion: def.version,
    method: def.method,
    state: cycle ? cycle.state : idleState(why),
    breached: cycle?.breached ?? false,
    everBreached: cycles.some(isBreached) || run.cycles.some(wasBreached) || run.earlier?.[4] === 1,
    earlier: earlierOf(run.earlier),
    children: childrenOf(run),
    completedCycles: ongoing ? cycles.slice(0, -1) : cycles,
    ongoingCycle: ongoing,
    reportedMs: reportedMs(metric, cycle),
    events: context.trace?.get(def.id)?.events ?? NO_EVENTS,
    notApplicableWhy: why,
    idle: context.trace && !last ? idleOf(context, metric, run) : undefined,
  };
};

/** The report of a machine that has let time pass until `now`; metrics in the order of their definitions. */
export const reportMachine = (machine: Machine, now: Instant, nextInstant?: Instant): SlaReport => {
  const { compiled, runs } = machine;
  const metrics: MetricResult[] = [];
  for (const i of compiled.reported) metrics.push(reportMetric(machine, compiled.metrics[i]!, runs[i]!, now));
  return {
    schema: 1,
    issueId: machine.issueId,
    issueKey: machine.issueKey,
    asOf: now,
    definitionsVersion: compiled.source.version,
    metrics,
    nextInstant,
  };
};
