/** Sweeps come every five minutes. */
export const SWEEP_MS = 5 * 60_000;

/**
 * A share of some rows: with each run (`everyMs` lie between them) it begins where that of the run before ended, so that those that always
 * fail, and so stay, hold up the others no longer than it takes to come round.
 */
export function inTurns<T>(rows: readonly T[], most: number, now: number, everyMs = SWEEP_MS): readonly T[] {
  if (rows.length <= most) return rows;
  const start = (Math.floor(now / everyMs) * most) % rows.length;
  return [...rows.slice(start), ...rows.slice(0, start)].slice(0, most);
}
