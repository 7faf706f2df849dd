import * as v from 'valibot';

/** Who may have written a comment, seen from the request: those who ask, those who answer, apps, and everybody else. */
export const COMMENT_AUTHORS = ['requester', 'agent', 'other', 'app'] as const;

/** A comment as a fact or as an event of a test case; `groups` as either writes the groups of its author. */
export const commentEntries = <Groups extends v.GenericSchema>(groups: Groups) => ({
  kind: v.literal('comment'),
  author: v.picklist(COMMENT_AUTHORS),
  public: v.boolean(),
  shown: v.optional(v.literal(true)),
  groups: v.optional(groups),
});
