/** The learning under way or last done: its checkpoint, so that it can be resumed and watched. */
import * as v from 'valibot';
import { readRebuildable, writeBlob } from '../../platform/storage/blobs';
import type { Instant, SlaDefinitions } from '../domain/model';
import { learnedSchema } from './sample';

const KEY = 'sla:forecast-run';
/** One that has not moved for so long was lost: another may begin. */
const LOST_MS = 20 * 60_000;

const runSchema = v.object({
  schema: v.literal(1),
  id: v.string(),
  state: v.picklist(['running', 'done']),
  startedAt: v.number(),
  updatedAt: v.number(),
  /** Version of the definitions it learns with. */
  version: v.number(),
  pageToken: v.optional(v.string()),
  looked: v.number(),
  /** About how many work items there are to look at; unknown until the first page. */
  total: v.optional(v.number()),
  /** What was found so far. */
  metrics: learnedSchema,
});
export type LearningRun = v.InferOutput<typeof runSchema>;

export const readRun = (): Promise<LearningRun | null> => readRebuildable(KEY, runSchema);
export const writeRun = (run: LearningRun): Promise<void> => writeBlob(KEY, run, `${run.id}:${run.looked}`);

export const isUnderWay = (run: LearningRun | null, now: Instant): boolean =>
  run?.state === 'running' && run.updatedAt > now - LOST_MS;

/** Metrics that measure: what is switched off or retired needs no forecast. */
const learning = ({ metrics }: Pick<SlaDefinitions, 'metrics'>): LearningRun['metrics'] =>
  metrics
    .filter(({ active, retired }) => active && retired === undefined)
    .map(({ id }) => ({ id, courses: [] }));

export const newRun = (
  id: string,
  definitions: Pick<SlaDefinitions, 'metrics' | 'version'>,
  now: Instant,
): LearningRun => ({
  schema: 1,
  id,
  state: 'running',
  startedAt: now,
  updatedAt: now,
  version: definitions.version,
  looked: 0,
  metrics: learning(definitions),
});
