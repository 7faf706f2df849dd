/** Parts of answers that many calls have. */
import * as v from 'valibot';
import type { OwnedFinding } from './finding';
import type { ReadOnly } from './read-only';

/**
 * A document that its reader may read whole: what the engine made, or what a schema of its own let in. It is handed on as it
 * is, as another walk through it would cost more than it protects.
 */
export const whole = <T extends object>() =>
  v.custom<T>((value) => typeof value === 'object' && value !== null);

/** What an import of a configuration did, or would do; nothing is stored while there are problems. */
export const importAnswer = v.object({
  created: v.number(),
  updated: v.number(),
  unchanged: v.number(),
  problems: v.array(whole<OwnedFinding>()),
});
export type ImportOutcome = ReadOnly<v.InferOutput<typeof importAnswer>>;
