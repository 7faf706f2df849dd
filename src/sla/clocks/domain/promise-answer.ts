/** A promise as its requester is told of it. */
import * as v from 'valibot';
import { textAnswer } from '../../../kernel/text-schema';
import type { AnswerOf } from '../../../kernel/call';

/** One promise of a request, in the requester's words. */
export const promiseAnswer = v.object({
  metricId: v.string(),
  name: textAnswer,
  state: v.picklist(['running', 'paused', 'kept', 'late', 'broken', 'cancelled', 'none']),
  dueTime: v.optional(v.number()),
  /** While it is paused: when it would be due if work went on now. */
  dueIfResumedTime: v.optional(v.number()),
  /** Since when it is late; of a paused one this is all that is known. */
  lateSince: v.optional(v.number()),
  originalDueTime: v.optional(v.number()),
  stoppedTime: v.optional(v.number()),
  pauseReason: v.optional(v.string()),
  /** Why the date moved, newest last. */
  moved: v.array(v.object({ at: v.number(), code: v.string(), params: v.record(v.string(), v.string()) })),
});
export type PromiseView = AnswerOf<typeof promiseAnswer>;
