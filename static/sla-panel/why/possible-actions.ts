import type { Cycle, Fact } from '../../../src/sla/engine/model';
import type { Line } from '../model/line';

export type ActionKind = 'pause' | 'resume' | 'extend' | 'excuse';

interface Standing {
  readonly facts: readonly Fact[];
  readonly may: { readonly pause: boolean; readonly extend: boolean; readonly excuse: boolean };
}

/** Whether the newest pause or resume by hand that concerns this promise is a pause that has not ended by itself. */
const pausedByHand = (line: Line, facts: readonly Fact[]): boolean => {
  const mine = facts
    .filter((fact) => fact.kind === 'pause' || fact.kind === 'resume')
    .filter((fact) => fact.metricId === undefined || fact.metricId === line.id)
    .sort((a, b) => a.at - b.at);
  const last = mine.at(-1);
  return last?.kind === 'pause' && (last.resumeAt ?? Infinity) > Date.now();
};

/** What makes sense now and is allowed: nothing on a promise that is over, except excusing one that was broken. */
export const possibleActions = (
  line: Line,
  cycle: Cycle,
  { facts, may }: Standing,
): readonly ActionKind[] => {
  const ongoing = line.state === 'running' || line.state === 'paused';
  const held = ongoing && pausedByHand(line, facts);
  return [
    ...(may.pause && held ? (['resume'] as const) : []),
    ...(may.pause && ongoing && !held ? (['pause'] as const) : []),
    ...(may.extend && ongoing && line.goalMs !== null ? (['extend'] as const) : []),
    ...(may.excuse && cycle.breached && cycle.excused === undefined ? (['excuse'] as const) : []),
  ];
};
