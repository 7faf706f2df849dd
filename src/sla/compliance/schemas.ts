/** How the job that counts review periods is stored. */
import * as v from 'valibot';
import { talliesSchema } from './domain/period-schema';

const taskSchema = v.object({
  agreementId: v.string(),
  key: v.string(),
  /** Asked for by somebody: a period that has ended takes over the terms of today. */
  renew: v.boolean(),
});
export type CountTask = v.InferOutput<typeof taskSchema>;

export const countSchema = v.object({
  tasks: v.array(taskSchema),
  /** What the tallies were counted by; another version begins anew. */
  version: v.optional(v.number()),
  /** When its reading began: what it tells is as of then. */
  begunAt: v.optional(v.pipe(v.number(), v.integer())),
  /** Projects whose records are still to be read. */
  projects: v.array(v.string()),
  /** How many were read. */
  read: v.number(),
  /** By metric, of each task. */
  tallies: v.array(talliesSchema),
});
export type Count = v.InferOutput<typeof countSchema>;
