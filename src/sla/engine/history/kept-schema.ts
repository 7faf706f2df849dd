import * as v from 'valibot';
import { authorSchema } from '../model/conditions';

/**
 * What is remembered of comments, because Jira does not tell it later: who their author was when they were first read, and
 * since when they are public. Jira knows today's groups, today's roles and today's visibility only.
 */
export const keptCommentsSchema = v.object({
  /** What the authors were judged by. */
  by: v.string(),
  /** By comment id. */
  of: v.record(
    v.string(),
    v.object({
      author: v.optional(authorSchema),
      created: v.number(),
      /** Since when it is public; left out: since it was written. `null`: it never was. */
      publicAt: v.optional(v.nullable(v.number())),
      /** While it was not public: when it had been edited last. */
      edited: v.optional(v.number()),
      /** Of the groups that triggers name, those the author was in. */
      groups: v.optional(v.array(v.string())),
    }),
  ),
});
