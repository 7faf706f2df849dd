/** What must happen outside the storage after a decision, as it is kept. */
import * as v from 'valibot';
import type { ReadOnly } from '../kernel/read-only';

/** One thing to do: its kind says how, its data what about. */
const stepSchema = v.object({
  kind: v.string(),
  data: v.record(v.string(), v.unknown()),
  state: v.picklist(['open', 'done', 'failed']),
});
export type Step = ReadOnly<v.InferOutput<typeof stepSchema>>;

/** What follows one decision, in its order. */
export const stepRowSchema = v.object({
  schema: v.literal(1),
  id: v.string(),
  rev: v.number(),
  /** Whose decision: `request:<id>`. Of one subject, what was decided first is done first. */
  subject: v.string(),
  decidedAt: v.string(),
  steps: v.array(stepSchema),
  state: v.picklist(['waiting', 'failed']),
  /** From when it may be claimed: whoever works on it has it to themselves until then. */
  at: v.string(),
  /** Somebody works on it now, as far as `at` is not past. */
  held: v.boolean(),
  /** How often it was claimed after the first try. */
  tries: v.number(),
  /** Since when it is tried. */
  since: v.string(),
  /** Of the last failure: Jira's words, or a code. */
  why: v.optional(v.string()),
  /** What people must know who are shown that it failed. */
  about: v.record(v.string(), v.string()),
});
export type StepRow = ReadOnly<v.InferOutput<typeof stepRowSchema>>;

export interface Following {
  readonly id: string;
  readonly subject: string;
  readonly steps: readonly Omit<Step, 'state'>[];
  readonly about: StepRow['about'];
}
