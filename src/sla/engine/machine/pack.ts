import type { Instant } from '../model';
import type { CompiledMetric } from '../compiled/compiled';
import type { CycleState, MetricRun, StoredCycle, StoredRun } from './state';

/**
 * What is stored leaves out what isn't set, and what follows from the goal or from another key: writes cost by size.
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

const packCycle = (metric: CompiledMetric, cycle: CycleState): StoredCycle =>
  withoutUnset({
    ...cycle,
    t: cycle.t === goalMs(metric, cycle.g) ? undefined : cycle.t,
    c: cycle.c === goalCalendar(metric, cycle.g) ? undefined : cycle.c,
    a: cycle.a === 0 ? undefined : cycle.a,
    w: cycle.w === cycle.a ? undefined : cycle.w,
    r: cycle.r === cycle.s ? undefined : cycle.r,
    ps: cycle.ps === cycle.p ? undefined : cycle.ps,
    pb: cycle.pb && { ...cycle.pb },
  });

const unpackCycle = (metric: CompiledMetric, stored: StoredCycle): CycleState => {
  const a = stored.a ?? 0;
  return {
    ...stored,
    t: stored.t === undefined ? (goalMs(metric, stored.g) ?? null) : stored.t,
    c: stored.c === undefined ? (goalCalendar(metric, stored.g) ?? null) : stored.c,
    a,
    w: stored.w ?? a,
    r: stored.r ?? (stored.p === undefined ? stored.s : undefined),
    ps: stored.ps ?? stored.p,
    pb: stored.pb && { ...stored.pb },
  };
};

const copyPauses = (run: MetricRun | StoredRun): MetricRun['q'] =>
  run.q?.map((each): [Instant, Instant | null, string, Instant?] => [...each]);

export const packRun = (metric: CompiledMetric, run: MetricRun): StoredRun =>
  withoutUnset({ ...run, q: copyPauses(run), y: run.y.map((cycle) => packCycle(metric, cycle)) });

export const unpackRun = (metric: CompiledMetric, stored: StoredRun): MetricRun => ({
  ...stored,
  q: copyPauses(stored),
  y: stored.y.map((cycle) => unpackCycle(metric, cycle)),
});
