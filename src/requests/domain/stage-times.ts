import type { Stage } from '../../catalog/domain/model';

/** From one status of its work item to another, by their ids, at an instant (UTC, ms). */
interface Move {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/**
 * How long a request was in each stage that it has left since an instant, by the clock (ms): all the times it was there together.
 * `began` is when its work item was made. A status of no stage counts for none, and the stage it is in now is not over.
 */
export function stageTimes(
  stages: readonly Pick<Stage, 'id' | 'statusIds'>[],
  moves: readonly Move[],
  began: number,
  since: number,
): ReadonlyMap<string, number> {
  const stageOf = (statusId: string): string | undefined =>
    stages.find(({ statusIds }) => statusIds.includes(statusId))?.id;
  const spent = new Map<string, number>();
  const left = new Map<string, number>();
  let entered = began;
  for (const { at, from } of moves) {
    const stage = stageOf(from);
    if (stage !== undefined) {
      spent.set(stage, (spent.get(stage) ?? 0) + Math.max(0, at - entered));
      left.set(stage, at);
    }
    entered = at;
  }
  const now = stageOf(moves.at(-1)?.to ?? '');
  return new Map([...spent].filter(([stage]) => stage !== now && (left.get(stage) ?? 0) >= since));
}
