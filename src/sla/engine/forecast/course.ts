/** A cycle of a traced replay as a forecast sees it. */
import type { Cycle } from '../model';
import type { Course, Position, Stage } from './model';

/**
 * The statuses a cycle went through, by first entry. Pauses and time off hours add nothing: a status in which the clock
 * stands is a stage without length.
 */
export function stagesOf({ segments }: Pick<Cycle, 'segments'>): readonly Stage[] {
  const stages = new Map<string, Stage>();
  let elapsedMs = 0;
  for (const { from, to = from, type, status } of segments) {
    const workedMs = type === 'running' ? to - from : 0;
    if (status !== null) {
      const known = stages.get(status) ?? { status, fromMs: elapsedMs, spentMs: 0 };
      stages.set(status, { ...known, spentMs: known.spentMs + workedMs });
    }
    elapsedMs += workedMs;
  }
  return [...stages.values()];
}

/** What a cycle took; null while it is under way, and for one that was cancelled. */
export const courseOf = (key: string, cycle: Cycle): Course | null =>
  cycle.state === 'MET' || cycle.state === 'BREACHED_STOPPED'
    ? {
        key,
        goalId: cycle.goal.id,
        totalMs: cycle.elapsedMs,
        targetMs: cycle.goalDurationMs,
        breached: cycle.breached,
        stages: stagesOf(cycle),
      }
    : null;

/** Where a cycle under way stands: in the status of its last stretch. */
export function positionOf(key: string, cycle: Cycle): Position {
  const status = cycle.segments.at(-1)?.status ?? null;
  const stage = stagesOf(cycle).find((each) => each.status === status);
  return {
    key,
    goalId: cycle.goal.id,
    elapsedMs: cycle.elapsedMs,
    ...(stage === undefined ? {} : { stage: { status: stage.status, spentMs: stage.spentMs } }),
  };
}
