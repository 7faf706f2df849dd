/** How good the forecast would have been on what it was learned from. */
import type { DurationMs } from '../model';
import { forecastOf } from './forecast';
import type { Course, Position } from './model';

export interface BackTest {
  /** Finished cycles that were still under way at half of their target, and of which there was enough to say something. */
  readonly asked: number;
  /** Of these, so many it would have called likely to be breached, and so many of those were. */
  readonly called: number;
  readonly right: number;
  /** Of those asked about, so many were breached. */
  readonly breached: number;
}

/** The stage a finished cycle was in after so much working time: the latest it had come to. */
function positionAt({ key, goalId, stages }: Course, elapsedMs: DurationMs): Position {
  const stage = stages.findLast(
    ({ fromMs, spentMs }) => fromMs <= elapsedMs && elapsedMs <= fromMs + spentMs,
  );
  if (stage === undefined) return { key, goalId, elapsedMs };
  const spentMs = elapsedMs - stage.fromMs;
  return { key, goalId, elapsedMs, stage: { status: stage.status, spentMs } };
}

/** Asks about each finished cycle at half of its target, with all the others as what is known. */
export function backTest(courses: readonly Course[]): BackTest {
  let [asked, called, right, breached] = [0, 0, 0, 0];
  courses.forEach((course, nth) => {
    const half = (course.targetMs ?? 0) / 2;
    if (half === 0 || course.totalMs <= half) return;
    const others = courses.filter((_, other) => other !== nth);
    const forecast = forecastOf(others, positionAt(course, half), half);
    if (forecast === null) return;
    asked += 1;
    if (course.breached) breached += 1;
    if (!forecast.likely) return;
    called += 1;
    if (course.breached) right += 1;
  });
  return { asked, called, right, breached };
}
