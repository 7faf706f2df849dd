/** How finished cycles stay as a superseded revision judged them when the others are measured again. */
import { toState } from '../machine/machine';
import { reportMachine } from '../report/report';
import type { SlaState, SparseRun } from '../machine/state';
import { traceOf } from '../machine/trace';
import type { Instant } from '../model';
import { keepFinished, spliced } from './keep';
import { setRun, last, type Revised, runOf, type Splice } from './revised-machine';

const runIn = (state: SlaState, id: string): SparseRun | undefined => state.runs.find((run) => run.id === id);

/** Puts what was kept in the place of what the replay made of it. */
export function putKept(live: Revised, splice: Splice): void {
  live.splices = live.splices.filter((each) => each !== splice);
  const { at, before } = splice;
  const state = toState(before.machine);
  const report = reportMachine(before.machine, at);
  for (const id of splice.metricIds) {
    const old = runIn(state, id);
    const version = before.timeline.versions[before.choice.get(id) ?? last(before)] ?? 0;
    const result = report.metrics.find((metric) => metric.id === id);
    const kept =
      old === undefined
        ? []
        : keepFinished(old, result, version).cycles.filter(({ endedAt }) => endedAt !== undefined);
    if (
      kept.length === 0 &&
      !runOf(live.machine, id)?.run.cycles.some(({ endedAt }) => endedAt !== undefined && endedAt <= at)
    )
      continue;
    const method = runOf(live.machine, id)?.metric.def.method ?? 'every';
    setRun(
      live,
      id,
      (run) => {
        const { run: made, numbers } = spliced(kept, run, method, at);
        retrace(live, before, id, kept.at(-1)?.endedAt ?? -Infinity, numbers);
        return made;
      },
      at,
    );
  }
}

/** The timeline of kept cycles as it was told, then that of the others. */
function retrace(
  { trace }: Revised,
  { trace: former }: Revised,
  id: string,
  over: Instant,
  numbers: ReadonlyMap<number, number>,
): void {
  if (trace === undefined) return;
  const own = traceOf(trace, id);
  const events = [
    ...(former?.get(id)?.events ?? []).filter(({ at }) => at <= over),
    ...own.events.filter(({ at }) => at >= over),
  ];
  const marks = [...own.marks].flatMap(([n, each]) => {
    const renamed = numbers.get(n);
    return renamed === undefined ? [] : [[renamed, each] as const];
  });
  own.events.splice(0, own.events.length, ...events);
  own.marks.clear();
  for (const [n, each] of marks) own.marks.set(n, each);
}
