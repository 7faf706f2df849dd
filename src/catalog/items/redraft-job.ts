import * as v from 'valibot';
import type { JobType } from '../../work/job';

const redraftSchema = v.object({
  /** Where the next page of items begins. */
  cursor: v.optional(v.string()),
  looked: v.number(),
});
export type Redraft = Readonly<v.InferOutput<typeof redraftSchema>>;

/** Gives the drafts of items what the field sets they use say now. */
export const REDRAFT: JobType<Redraft> = { kind: 'redraft', schema: redraftSchema };

export const newRedraft = (): Redraft => ({ looked: 0 });
