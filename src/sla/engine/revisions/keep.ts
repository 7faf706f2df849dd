/** Finished cycles that stay as they were judged when the rule behind them changes. */
import type { StoredCycle, StoredRun } from '../machine/state';
import type { Cycle, Instant, MetricResult } from '../model';
import { plainCalendarId } from './views';

const plain = (id: string | null): string | null => (id === null ? null : plainCalendarId(id));

/** Without the names calendars have for old revisions. */
export const plainCycle = (cycle: Cycle): Cycle => ({
  ...cycle,
  calendarId: plain(cycle.calendarId),
  segments: cycle.segments.map((segment) => ({ ...segment, calendarId: plain(segment.calendarId) })),
});

/** What was counted is settled: whatever calendar comes, only what follows a reopening is counted in it. */
const settled = (stored: StoredCycle, judged: Cycle): StoredCycle => {
  const running = stored.r !== undefined || stored.p === undefined;
  const { bd: _nominal, ...rest } = stored;
  return {
    ...rest,
    t: judged.goalDurationMs,
    c: plain(judged.calendarId),
    ...(running
      ? { a: judged.elapsedMs, w: judged.actualElapsedMs, r: judged.stopTime ?? judged.startTime }
      : {}),
    ...(judged.dueTime === undefined ? {} : { d: judged.dueTime }),
    z: judged,
  };
};

/** The run with every finished cycle kept as a report shows it; `version` is the one that judged. */
export function keepFinished(run: StoredRun, result: MetricResult | undefined, version: number): StoredRun {
  const judged = new Map(result?.completedCycles.map((cycle) => [cycle.n, cycle]));
  return {
    ...run,
    y: run.y.map((stored) => {
      const cycle = judged.get(stored.n);
      if (stored.e === undefined || stored.z !== undefined || cycle === undefined) return stored;
      return settled(stored, { ...plainCycle(cycle), definitionsVersion: version });
    }),
  };
}

/**
 * Cycles of a run measured again from the creation, after those that are kept: what ended by then, or began
 * before the last of them ended, has been judged already. Numbers go on from theirs.
 */
export function spliced(
  kept: readonly StoredCycle[],
  own: StoredRun,
  method: string,
  by: Instant,
): { readonly run: StoredRun; readonly numbers: ReadonlyMap<number, number> } {
  const last = kept.at(-1);
  const over = last?.e ?? -Infinity;
  const numbers = new Map<number, number>();
  const fresh =
    method === 'first' && kept.some(({ x }) => x === undefined)
      ? []
      : own.y.filter((cycle) => cycle.s >= over && !(cycle.e !== undefined && cycle.e <= by));
  const renumbered = fresh.map((cycle, index) => {
    const n = (last?.n ?? 0) + index + 1;
    numbers.set(cycle.n, n);
    return { ...cycle, n };
  });
  return { run: { ...own, y: [...kept, ...renumbered] }, numbers };
}
