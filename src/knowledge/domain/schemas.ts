/** What is stored about articles. */
import * as v from 'valibot';
import { LINK_KINDS, VOTE_REASONS } from './model';

/** A link between an article (a Confluence page) and what it helps with. */
export const linkSchema = v.object({
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

/** "This solved it", said by a reader who then needed no request. */
export const markSchema = v.object({
  schema: v.literal(1),
  kind: v.literal('solved'),
  pageId: v.string(),
  itemId: v.string(),
  by: v.string(),
  at: v.string(),
});

export const linkRowSchema = v.union([markSchema, linkSchema]);

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

/** What one page has done for its readers, counted: the sum of its links, marks and votes. */
export const pageSchema = v.object({
  schema: v.literal(1),
  pageId: v.string(),
  /** Grows with every write: every change of the page's links, marks and votes is serialised by it. */
  rev: v.number(),
  title: v.string(),
  linkedIssues: v.number(),
  /** Issues this page resolved. */
  resolved: v.number(),
  /** Readers it helped before they asked. */
  solved: v.number(),
  helpful: v.number(),
  notHelpful: v.number(),
  /** The byline as last written to Confluence. */
  byline: v.nullable(v.object({ title: v.string(), tooltip: v.string() })),
});
