/** What screens ask of this subject. */
import * as v from 'valibot';
import { publishedItem } from '../catalog';
import { notFound } from '../kernel/errors';
import { readPagesAsUser } from '../platform/confluence/pages';
import { mayRead } from '../platform/confluence/readers';
import { anyone, call, type Caller } from '../platform/identity/caller';
import { browsable, editable, mayEditIssue } from '../platform/jira/issues/issue-access';
import { isJiraUser } from '../platform/jira/people/is-jira-user';
import { requestOfIssue } from '../requests';
import { itemsOf, readable, readIssues, unlessAbsent } from './access';
import { announce, store } from './announce';
import {
  issueKnowledgeAnswer,
  linksAnswer,
  macroAnswer,
  macroItemsAnswer,
  pageAnswer,
  votedAnswer,
} from './domain/answers';
import { knowledgeOf } from './domain/items';
import { issueTarget } from './domain/link-key';
import { VOTE_REASONS } from './domain/model';
import { allMayRead } from './domain/readers';
import { issueKnowledge, readableLinks, withLink } from './issue-knowledge';
import { itemCard } from './item-card';
import { linkArticle, unlinkArticle } from './link-article';
import { markSolved } from './mark-solved';
import { pageStats, pageSummary } from './page-summary';
import { castVote } from './vote';

const issueId = v.pipe(v.string(), v.regex(/^\d{1,20}$/));
const pageId = v.pipe(v.string(), v.regex(/^\d{1,20}$/));
const itemId = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const nothing = v.object({});

const iso = (caller: Caller): string => new Date(caller.now).toISOString();

/**
 * Calls marked `anyone` show each caller what they may see: the issue or page is read as the caller first, and what
 * they can't read is not in the answer.
 */
export const knowledgeCalls = {
  /** Links of an issue the caller can browse, and the articles pinned to its item. Pages are read in the browser, as the user. */
  'knowledge.issue': call({
    payload: v.object({ issueId }),
    answer: issueKnowledgeAnswer,
    authorise: anyone,
    run: async ({ issueId }) => {
      const [issue, canLink, request] = await Promise.all([
        browsable(issueId),
        mayEditIssue(issueId),
        requestOfIssue(issueId),
      ]);
      const ordered = request === null ? null : await publishedItem(request.itemId);
      const item = ordered && knowledgeOf(ordered);
      const known = await issueKnowledge(store, readPagesAsUser, issue.id, item).catch(unlessAbsent(null));
      return {
        links: known?.links ?? [],
        pinned: known?.pinned ?? [],
        scope: item?.scope ?? { spaceKeys: [], labels: [] },
        confluence: known !== null,
        canLink,
      };
    },
  }),

  'knowledge.link': call({
    payload: v.object({ issueId, pageId, kind: v.picklist(['linked', 'shared', 'resolved']) }),
    answer: linksAnswer,
    authorise: (_caller, { issueId }) => editable(issueId),
    run: async ({ issueId, pageId, kind }, caller) => {
      const [issue, page] = await Promise.all([browsable(issueId), readable(pageId)]);
      const done = await linkArticle(store, { issue, page, kind, by: caller.accountId, at: iso(caller) });
      await announce(done.page);
      const stored = await store.linksOfTarget(issueTarget(issue.id));
      return { links: await readableLinks(withLink(stored, done.link), readPagesAsUser) };
    },
  }),

  'knowledge.unlink': call({
    payload: v.object({ issueId, pageId }),
    answer: linksAnswer,
    authorise: (_caller, { issueId }) => editable(issueId),
    run: async ({ issueId, pageId }) => {
      const [issue] = await Promise.all([browsable(issueId), readable(pageId)]);
      const record = await unlinkArticle(store, pageId, issue.id);
      if (record !== null) await announce(record);
      const stored = await store.linksOfTarget(issueTarget(issue.id));
      return {
        links: await readableLinks(
          stored.filter((link) => link.pageId !== pageId),
          readPagesAsUser,
        ),
      };
    },
  }),

  /**
   * Whether everybody who reads a public reply (the reporter, and whom the request is for) may read a page, asked before
   * sharing it with them. `unknown` when there is nobody, or Confluence does not tell of one of them.
   */
  'knowledge.canSee': call({
    payload: v.object({ issueId, pageId }),
    answer: v.object({ readers: v.picklist(['yes', 'no', 'unknown']) }),
    authorise: (_caller, { issueId }) => editable(issueId),
    run: async ({ issueId, pageId }) => {
      const [issue, page, request] = await Promise.all([
        browsable(issueId),
        readable(pageId),
        requestOfIssue(issueId),
      ]);
      const readers = new Set([issue.reporter, request?.requester, request?.beneficiary]);
      const people = [...readers].filter((id) => id !== null && id !== undefined);
      return { readers: allMayRead(await Promise.all(people.map((id) => mayRead(id, page.id)))) };
    },
  }),

  /** Byline dialog: what this page is linked to and how often it helped, filtered by what the viewer may see. */
  'knowledge.page': call({
    payload: v.object({ pageId }),
    answer: pageAnswer,
    authorise: anyone,
    run: async ({ pageId }, caller) => {
      const [page, items] = await Promise.all([readable(pageId), itemsOf(caller)]);
      return pageSummary(store, readIssues, page, { accountId: caller.accountId, items });
    },
  }),

  /** One vote per person and page version; voting again replaces it. */
  'knowledge.vote': call({
    payload: v.object({
      pageId,
      helpful: v.boolean(),
      reason: v.optional(v.picklist(VOTE_REASONS)),
      comment: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000))),
    }),
    answer: votedAnswer,
    authorise: anyone,
    run: async ({ pageId, helpful, reason, comment }, caller) => {
      const page = await readable(pageId);
      const opinion = helpful ? {} : { ...(reason && { reason }), ...(comment && { comment }) };
      const vote = {
        schema: 1,
        pageId,
        pageVersion: page.version,
        by: caller.accountId,
        helpful,
        at: iso(caller),
      } as const;
      const record = await castVote(store, { ...vote, ...opinion }, page.title);
      await announce(record);
      const asWritten = { page: async () => record, linksOfPage: store.linksOfPage };
      const { stats } = await pageStats(asWritten, readIssues, page, await itemsOf(caller));
      return { stats };
    },
  }),

  /** "This solved it" in the form: counted once per person, page and item. */
  'knowledge.solved': call({
    payload: v.object({ itemId, pageId }),
    answer: v.object({ counted: v.boolean() }),
    authorise: anyone,
    run: async ({ itemId, pageId }, caller) => {
      const [page, items] = await Promise.all([readable(pageId), itemsOf(caller)]);
      if (!items.some((item) => item.id === itemId && item.available)) throw notFound('The catalog item');
      const answer = await markSolved(store, page, { itemId, by: caller.accountId, at: iso(caller) });
      const record = answer.counted ? await store.page(page.id) : null;
      if (record !== null) await announce(record);
      return answer;
    },
  }),

  /** NOT_FOUND for whoever is not entitled to the item, wherever its card stands. */
  'knowledge.macro': call({
    payload: v.object({ itemId, pageId: v.optional(pageId) }),
    answer: macroAnswer,
    authorise: anyone,
    run: async ({ itemId, pageId }, caller) => {
      const [items, page, inJira] = await Promise.all([
        itemsOf(caller),
        pageId === undefined ? null : readable(pageId).catch(unlessAbsent(null)),
        isJiraUser(),
      ]);
      const card = await itemCard(store, readIssues, items, { itemId, page, inJira });
      if (card === null) throw notFound('The catalog item');
      return card;
    },
  }),

  /** Items a page author may put on a page: published and visible to them. */
  'knowledge.macroItems': call({
    payload: nothing,
    answer: macroItemsAnswer,
    authorise: anyone,
    run: async (_payload, caller) => ({
      items: (await itemsOf(caller)).filter((item) => item.available).map(({ id, name }) => ({ id, name })),
    }),
  }),
};
