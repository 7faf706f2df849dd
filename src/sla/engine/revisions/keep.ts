/** Finished cycles that stay as they were judged when the rule behind them changes. */
import type { SparseCycle, SparseRun } from '../machine/state';
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
const settled = (stored: SparseCycle, judged: Cycle): SparseCycle => {
  const running = stored.runningSince !== undefined || stored.pausedSince === undefined;
  const { dueUnmoved: _nominal, ...rest } = stored;
  return {
    ...rest,
    targetMs: judged.goalDurationMs,
    calendarId: plain(judged.calendarId),
    ...(running
      ? {
          workedMs: judged.elapsedMs,
          wallMs: judged.actualElapsedMs,
          runningSince: judged.stopTime ?? judged.startTime,
        }
      : {}),
    ...(judged.dueTime === undefined ? {} : { fixedDue: judged.dueTime }),
    judged,
  };
};

/** The run with every finished cycle kept as a report shows it; `version` is the one that judged. */
export function keepFinished(run: SparseRun, result: MetricResult | undefined, version: number): SparseRun {
  const judged = new Map(result?.completedCycles.map((cycle) => [cycle.n, cycle]));
  return {
    ...run,
    cycles: run.cycles.map((stored) => {
      const cycle = judged.get(stored.number);
      if (stored.endedAt === undefined || stored.judged !== undefined || cycle === undefined) return stored;
      return settled(stored, { ...plainCycle(cycle), definitionsVersion: version });
    }),
  };
}

/**
 * Cycles of a run measured again from the creation, after those that are kept: what ended by then, or began
 * before the last of them ended, has been judged already. Numbers go on from theirs.
 */
export function spliced(
  kept: readonly SparseCycle[],
  own: SparseRun,
  method: string,
  by: Instant,
): { readonly run: SparseRun; readonly numbers: ReadonlyMap<number, number> } {
  const last = kept.at(-1);
  const over = last?.endedAt ?? -Infinity;
  const numbers = new Map<number, number>();
  const fresh =
    method === 'first' && kept.some(({ cancelledWhy }) => cancelledWhy === undefined)
      ? []
      : own.cycles.filter(
          (cycle) => cycle.startedAt >= over && !(cycle.endedAt !== undefined && cycle.endedAt <= by),
        );
  const renumbered = fresh.map((cycle, index) => {
    const number = (last?.number ?? 0) + index + 1;
    numbers.set(cycle.number, number);
    return { ...cycle, number };
  });
  return { run: { ...own, cycles: [...kept, ...renumbered] }, numbers };
}
