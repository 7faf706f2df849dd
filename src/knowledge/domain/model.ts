/** Links between articles (Confluence pages) and what they help with, and the readers' votes. */
import type * as v from 'valibot';
import type { linkRowSchema, linkSchema, markSchema, voteSchema } from './schemas';

/** `resolved`: the article solved it; `shared`: sent to the requester; `linked`: related; `pinned`: curated on an item. */
export const LINK_KINDS = ['linked', 'shared', 'resolved', 'pinned'] as const;
export const VOTE_REASONS = ['wrong', 'outdated', 'unclear', 'missing', 'notMyCase'] as const;

export type ArticleLink = Readonly<v.InferOutput<typeof linkSchema>>;
export type LinkKind = ArticleLink['kind'];
export type SolvedMark = Readonly<v.InferOutput<typeof markSchema>>;
export type LinkRow = Readonly<v.InferOutput<typeof linkRowSchema>>;
export type Vote = Readonly<v.InferOutput<typeof voteSchema>>;
export type VoteReason = NonNullable<Vote['reason']>;
