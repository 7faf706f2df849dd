/** What is stored about articles, as it is read back. */
import * as v from 'valibot';
import { LINK_KINDS, VOTE_REASONS } from './domain/model';

const linkSchema = v.object({
  schema: v.literal(1),
  pageId: v.string(),
  title: v.string(),
  target: v.picklist(['item', 'issue', 'service']),
  targetId: v.string(),
  targetLabel: v.string(),
  kind: v.picklist(LINK_KINDS),
  by: v.string(),
  at: v.string(),
});

const markSchema = v.object({
  schema: v.literal(1),
  kind: v.literal('solved'),
  pageId: v.string(),
  itemId: v.string(),
  by: v.string(),
  at: v.string(),
});

export const linkRowSchema = v.union([markSchema, linkSchema]);
export type LinkRow = v.InferOutput<typeof linkRowSchema>;

export const voteSchema = v.object({
  schema: v.literal(1),
  pageId: v.string(),
  pageVersion: v.number(),
  by: v.string(),
  helpful: v.boolean(),
  reason: v.optional(v.picklist(VOTE_REASONS)),
  comment: v.optional(v.string()),
  at: v.string(),
});

const bylineSchema = v.object({ title: v.string(), tooltip: v.string() });

export const pageSchema = v.object({
  schema: v.literal(1),
  pageId: v.string(),
  rev: v.number(),
  title: v.string(),
  linkedIssues: v.number(),
  resolved: v.number(),
  solved: v.number(),
  helpful: v.number(),
  notHelpful: v.number(),
  byline: v.nullable(bylineSchema),
});
