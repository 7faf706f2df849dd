/** Whether a clock is likely to be breached, from what similar finished ones still needed when they were as far. */
import type { DurationMs } from '../model';
import type { Confidence, Course, Forecast, Position } from './model';

/** Fewer say nothing: no forecast is made of them. */
export const FEWEST = 8;
const MEDIUM_FROM = 15;
const HIGH_FROM = 30;

const confidenceOf = (count: number): Confidence => {
  if (count >= HIGH_FROM) return 'high';
  return count >= MEDIUM_FROM ? 'medium' : 'low';
};

/**
 * What a finished cycle still needed when it was where another is now; null when it never was. It has been there once it
 * had spent as long in the same status; where that is not known, if it was in that status after as much working time;
 * without a status, if it was under way after as much. Time in other statuses between two visits counts as still ahead.
 */
function neededFrom({ totalMs, stages }: Course, { elapsedMs, stage }: Position): DurationMs | null {
  if (stage === undefined) return totalMs >= elapsedMs ? totalMs - elapsedMs : null;
  const same = stages.find(({ status }) => status === stage.status);
  if (same === undefined) return null;
  if (stage.spentMs === undefined) {
    const wasThere = same.fromMs <= elapsedMs && elapsedMs <= same.fromMs + same.spentMs;
    return wasThere ? atLeastNone(totalMs - elapsedMs) : null;
  }
  return same.spentMs >= stage.spentMs ? atLeastNone(totalMs - same.fromMs - stage.spentMs) : null;
}

/** Minutes are rounded each for themselves: the last one may be missing. */
const atLeastNone = (ms: DurationMs): DurationMs => Math.max(0, ms);

interface Comparison extends Pick<Forecast, 'among'> {
  readonly courses: readonly Course[];
  readonly position: Position;
}

/** From the narrowest comparison to the widest. How long it has been in its status is never left out once it is known. */
function comparisons(courses: readonly Course[], position: Position): readonly Comparison[] {
  const similar = courses.filter(({ key }) => key === position.key);
  // A promise of a day is made for other work than one of a week.
  const promised = courses.filter(({ goalId }) => goalId === position.goalId);
  const within = (from: Position): readonly Comparison[] => [
    { among: 'similar', courses: similar, position: from },
    { among: 'goal', courses: promised, position: from },
    { among: 'all', courses, position: from },
  ];
  const { stage, ...anywhere } = position;
  if (stage === undefined || stage.spentMs !== undefined) return within(position);
  return [...within(position), ...within(anywhere)];
}

/**
 * The forecast for a cycle that may use `leftMs` before it is breached; null when fewer than `FEWEST` finished cycles had
 * come as far, by the narrowest comparison that has enough. The order of the courses does not matter.
 */
export function forecastOf(
  courses: readonly Course[],
  position: Position,
  leftMs: DurationMs,
): Forecast | null {
  for (const { among, courses: alike, position: from } of comparisons(courses, position)) {
    const needed = alike.flatMap((course) => neededFrom(course, from) ?? []).sort((a, b) => a - b);
    const count = needed.length;
    if (count < FEWEST) continue;
    const longer = needed.filter((ms) => ms > leftMs).length;
    return {
      among,
      count,
      longer,
      medianMs: medianOf(needed),
      leftMs,
      likely: longer * 2 > count,
      confidence: confidenceOf(count),
    };
  }
  return null;
}

/** Of an even number the mean of the two in the middle. */
const medianOf = (sorted: readonly DurationMs[]): DurationMs => {
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0];
  return Math.round((low + high) / 2);
};
