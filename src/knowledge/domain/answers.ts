/** What the calls of this subject answer. */
import * as v from 'valibot';
import { textAnswer } from '../../kernel/text-schema';
import type { AnswerOf } from '../../kernel/call';
import { LINK_KINDS } from './model';

const kind = v.picklist(LINK_KINDS);

const linkAnswer = v.object({ pageId: v.string(), title: v.string(), kind });
/** An article of a work item, under the title it has now. */
export type ShownLink = AnswerOf<typeof linkAnswer>;
export const linksAnswer = v.object({ links: v.array(linkAnswer) });

export const issueKnowledgeAnswer = v.object({
  ...linksAnswer.entries,
  /** Pages that the item of the request recommends. */
  pinned: v.array(v.string()),
  /** Where suggestions for this item are looked for. */
  scope: v.object({ spaceKeys: v.array(v.string()), labels: v.array(v.string()) }),
  confluence: v.boolean(),
  canLink: v.boolean(),
});

/** How often a page helped, counted from what its viewer may see. */
const statsAnswer = v.object({
  helpful: v.number(),
  notHelpful: v.number(),
  resolved: v.number(),
  linkedIssues: v.number(),
  items: v.array(v.object({ id: v.string(), name: textAnswer })),
});
export type ArticleStats = AnswerOf<typeof statsAnswer>;
export const votedAnswer = v.object({ stats: statsAnswer });

export const pageAnswer = v.object({
  ...votedAnswer.entries,
  /** The viewer's vote on this version, if any. */
  myVote: v.nullable(v.object({ helpful: v.boolean() })),
  issues: v.array(v.object({ key: v.string(), summary: v.string(), kind })),
});
export type PageSummary = AnswerOf<typeof pageAnswer>;

export const macroAnswer = v.object({
  itemId: v.string(),
  name: textAnswer,
  summary: textAnswer,
  icon: v.string(),
  /** How many cases the page solved. */
  solved: v.number(),
  /** False for people whom Jira does not know. */
  mayRequest: v.boolean(),
});
export type MacroItem = AnswerOf<typeof macroAnswer>;

export const macroItemsAnswer = v.object({ items: v.array(v.object({ id: v.string(), name: textAnswer })) });
