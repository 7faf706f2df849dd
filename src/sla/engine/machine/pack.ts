import type { Instant } from '../model';
import type { CompiledMetric } from '../compiled/compiled';
import type { CycleState, MetricRun, SparseCycle, SparseRun } from './state';

/**
 * A state between two events leaves out what isn't set, and what follows from the goal or from another key: writes cost by size.
 */

const withoutUnset = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;

const goalMs = (metric: CompiledMetric, index: number): number | undefined => {
  const target = metric.goals[index]?.goal.target;
  return target?.kind === 'duration' ? target.ms : undefined;
};

const goalCalendar = (metric: CompiledMetric, index: number): string | null | undefined => {
  const calendar = metric.goals[index]?.goal.calendar;
  return calendar?.kind === 'fixed' ? calendar.calendarId : undefined;
};

const packCycle = (metric: CompiledMetric, cycle: CycleState): SparseCycle =>
  withoutUnset({
    ...cycle,
    targetMs: cycle.targetMs === goalMs(metric, cycle.goalIndex) ? undefined : cycle.targetMs,
    calendarId: cycle.calendarId === goalCalendar(metric, cycle.goalIndex) ? undefined : cycle.calendarId,
    workedMs: cycle.workedMs === 0 ? undefined : cycle.workedMs,
    wallMs: cycle.wallMs === cycle.workedMs ? undefined : cycle.wallMs,
    runningSince: cycle.runningSince === cycle.startedAt ? undefined : cycle.runningSince,
    reasonSince: cycle.reasonSince === cycle.pausedSince ? undefined : cycle.reasonSince,
    pausedMs: cycle.pausedMs && { ...cycle.pausedMs },
  });

const unpackCycle = (metric: CompiledMetric, stored: SparseCycle): CycleState => {
  const workedMs = stored.workedMs ?? 0;
  return {
    ...stored,
    targetMs: stored.targetMs === undefined ? (goalMs(metric, stored.goalIndex) ?? null) : stored.targetMs,
    calendarId:
      stored.calendarId === undefined ? (goalCalendar(metric, stored.goalIndex) ?? null) : stored.calendarId,
    workedMs,
    wallMs: stored.wallMs ?? workedMs,
    runningSince: stored.runningSince ?? (stored.pausedSince === undefined ? stored.startedAt : undefined),
    reasonSince: stored.reasonSince ?? stored.pausedSince,
    pausedMs: stored.pausedMs && { ...stored.pausedMs },
  };
};

const copyPauses = (run: MetricRun | SparseRun): MetricRun['pauses'] =>
  run.pauses?.map((each): [Instant, Instant | null, string, Instant?] => [...each]);

export const packRun = (metric: CompiledMetric, run: MetricRun): SparseRun =>
  withoutUnset({
    ...run,
    pauses: copyPauses(run),
    cycles: run.cycles.map((cycle) => packCycle(metric, cycle)),
  });

export const unpackRun = (metric: CompiledMetric, stored: SparseRun): MetricRun => ({
  ...stored,
  pauses: copyPauses(stored),
  cycles: stored.cycles.map((cycle) => unpackCycle(metric, cycle)),
});
