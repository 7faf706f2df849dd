/** Courses as they are stored and sent: whole minutes, in lists instead of names. */
import * as v from 'valibot';
import type { ReadOnly } from '../../../kernel/read-only';
import type { Course, Stage } from './model';

const MINUTE_MS = 60_000;
const minutes = v.pipe(v.number(), v.integer(), v.minValue(0));
const stageSchema = v.strictTuple([v.string(), minutes, minutes]);

/** Key, goal, minutes in all, target in minutes (null: none), 1 for breached, and per stage: status, minutes before, minutes there. */
export const packedCourseSchema = v.strictTuple([
  v.string(),
  v.string(),
  minutes,
  v.nullable(minutes),
  v.picklist([0, 1]),
  v.array(stageSchema),
]);
export type PackedCourse = v.InferOutput<typeof packedCourseSchema>;

const toMinutes = (ms: number): number => Math.max(0, Math.round(ms / MINUTE_MS));

export const packed = ({ key, goalId, totalMs, targetMs, breached, stages }: Course): PackedCourse => [
  key,
  goalId,
  toMinutes(totalMs),
  targetMs === null ? null : toMinutes(targetMs),
  breached ? 1 : 0,
  stages.map(({ status, fromMs, spentMs }) => [status, toMinutes(fromMs), toMinutes(spentMs)]),
];

export const unpacked = ([key, goalId, total, target, breached, stages]: ReadOnly<PackedCourse>): Course => ({
  key,
  goalId,
  totalMs: total * MINUTE_MS,
  targetMs: target === null ? null : target * MINUTE_MS,
  breached: breached === 1,
  stages: stages.map(([status, from, spent]): Stage => ({
    status,
    fromMs: from * MINUTE_MS,
    spentMs: spent * MINUTE_MS,
  })),
});

/**
 * The same courses for somebody who asks about one key: the others keep their numbers and lose their names, as who may not
 * see a catalog item must not learn that it exists.
 */
export const onlyNaming = (key: string, courses: readonly PackedCourse[]): readonly PackedCourse[] =>
  courses.map(([own, ...rest]) => [own === key ? own : '', ...rest]);
