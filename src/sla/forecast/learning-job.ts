/** The learning under way or last done. */
import * as v from 'valibot';
import type { Job, JobType } from '../../work/job';
import type { SlaDefinitions } from '../engine/model';
import { learnedSchema } from './sample';

const learningSchema = v.object({
  /** Version of the definitions it learns with. */
  version: v.number(),
  pageToken: v.optional(v.string()),
  looked: v.number(),
  /** About how many work items there are to look at; unknown until the first page. */
  total: v.optional(v.number()),
  /** What was found so far. */
  metrics: learnedSchema,
});
export type Learning = v.InferOutput<typeof learningSchema>;
export type LearningJob = Job<Learning>;

export const FORECAST: JobType<Learning> = { kind: 'forecast', schema: learningSchema };

/** From the first page, for metrics that measure: what is switched off or retired needs no forecast. */
export const newLearning = ({ metrics, version }: Pick<SlaDefinitions, 'metrics' | 'version'>): Learning => ({
  version,
  looked: 0,
  metrics: metrics
    .filter(({ active, retired }) => active && retired === undefined)
    .map(({ id }) => ({ id, courses: [] })),
});
