/** What was learned of finished cycles: a pointer that screens read, and a document that processes keep. */
import * as v from 'valibot';
import { readRebuildable, rebuildable, writeBlob } from '../../platform/storage/blobs';
import { pointerAfter, removeBody, versionOf, writeBody } from '../../platform/storage/bodies';
import { bodyOf } from '../../work/versioned';
import type { Course } from '../engine/forecast/model';
import { packedCourseSchema, type PackedCourse, unpacked } from '../engine/forecast/pack';

const KEY = 'sla:forecast';

export const learnedSchema = v.array(v.object({ id: v.string(), courses: v.array(packedCourseSchema) }));
/** Per metric its courses, the latest first. */
export type Learned = v.InferOutput<typeof learnedSchema>;

const sampleSchema = v.object({
  schema: v.literal(1),
  learnedAt: v.number(),
  /** Version of the definitions it was learned with. */
  version: v.number(),
  metrics: learnedSchema,
});
export type ForecastSample = v.InferOutput<typeof sampleSchema>;

const pointerSchema = v.object({ body: v.string(), former: v.optional(v.string()) });
const readPointer = () => readRebuildable(KEY, pointerSchema);

/** Null when nothing was ever learned, or what was can't be read: it is learned anew. */
export async function readSample(): Promise<ForecastSample | null> {
  const pointer = await readPointer();
  return pointer === null ? null : rebuildable(() => bodyOf(KEY, pointer.body, sampleSchema));
}

export async function writeSample(sample: ForecastSample): Promise<void> {
  const before = await readPointer();
  const body = versionOf(sample.learnedAt);
  await writeBody(KEY, body, sample);
  await writeBlob(KEY, pointerAfter(before, body), body);
  // Readers may still hold the pointer before this one, and none before that.
  if (before?.former !== undefined) await removeBody(KEY, before.former);
}

/** The courses by metric, ready to be asked. */
export const coursesOf = (sample: ForecastSample): ReadonlyMap<string, readonly Course[]> =>
  new Map(sample.metrics.map(({ id, courses }) => [id, courses.map(unpacked)]));

const MOST_COURSES = 200;
/** Read in one piece while it is shorter than this. */
const MOST_UNITS = 60_000;

/** As many of the latest courses as there is room for, each metric alike. */
export function fitted(metrics: Learned): Learned {
  let most = MOST_COURSES;
  let kept = latest(metrics, most);
  while (JSON.stringify(kept).length > MOST_UNITS) {
    most = Math.floor(most * 0.8);
    kept = latest(metrics, most);
  }
  return kept;
}

const latest = (metrics: Learned, most: number): Learned =>
  metrics.map(({ id, courses }) => ({ id, courses: courses.slice(0, most) }));

/** Whether older work items could add nothing. */
export const isFull = (courses: readonly PackedCourse[]): boolean => courses.length >= MOST_COURSES;
