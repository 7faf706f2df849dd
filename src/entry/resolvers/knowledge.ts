import * as v from 'valibot';
import {
  castVote,
  issueKnowledge,
  itemCard,
  linkArticle,
  markSolved,
  pageSummary,
  readableLinks,
  unlinkArticle,
  VOTE_REASONS,
  withLink,
} from '../../knowledge';
import type { KnowledgeCalls } from '../../knowledge/contract';
import { issueTarget } from '../../knowledge/domain/link-key';
import { allMayRead } from '../../knowledge/domain/readers';
import { requestOfIssue } from '../../requests';
import { mayRead } from '../../platform/confluence/readers';
import { readPagesAsUser } from '../../platform/confluence/pages';
import { isJiraUser, mayEditIssue } from '../../platform/jira/issue-access';
import { notFound } from '../../kernel/errors';
import { anyone, type Caller } from './caller';
import { handle, type HandlersOf } from './handle';
import { browsable, editable, itemsOf, readable, readIssues, unlessAbsent } from './knowledge-access';
import { announce, store } from '../knowledge-byline';

const issueId = v.pipe(v.string(), v.regex(/^\d{1,20}$/));
const pageId = v.pipe(v.string(), v.regex(/^\d{1,20}$/));
const itemId = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const nothing = v.object({});

const iso = (caller: Caller): string => new Date(caller.now).toISOString();

/**
 * Calls marked `anyone` show each caller what they may see: the issue or page is read as the caller first, and what
 * they can't read is not in the answer.
 */
export const knowledgeResolvers: HandlersOf<KnowledgeCalls> = {
  'knowledge.issue': handle({
    name: 'knowledge.issue',
    payload: v.object({ issueId }),
    authorise: anyone,
    run: async ({ issueId }, caller) => {
      const [issue, canLink, request, items] = await Promise.all([
        browsable(issueId),
        mayEditIssue(issueId),
        requestOfIssue(issueId),
        itemsOf(caller),
      ]);
      const item = items.find((each) => each.id === request?.itemId) ?? null;
      const known = await issueKnowledge(store, readPagesAsUser, issue.id, item).catch(unlessAbsent(null));
      return {
        links: known?.links ?? [],
        pinned: known?.pinned ?? [],
        itemName: item?.name ?? null,
        scope: item?.scope ?? { spaceKeys: [], labels: [] },
        confluence: known !== null,
        canLink,
      };
    },
  }),

  'knowledge.link': handle({
    name: 'knowledge.link',
    payload: v.object({ issueId, pageId, kind: v.picklist(['linked', 'shared', 'resolved']) }),
    authorise: (_caller, { issueId }) => editable(issueId),
    run: async ({ issueId, pageId, kind }, caller) => {
      const [issue, page] = await Promise.all([browsable(issueId), readable(pageId)]);
      const done = await linkArticle(store, { issue, page, kind, by: caller.accountId, at: iso(caller) });
      await announce(done.page);
      const stored = await store.linksOfTarget(issueTarget(issue.id));
      return { links: await readableLinks(withLink(stored, done.link), readPagesAsUser) };
    },
  }),

  'knowledge.unlink': handle({
    name: 'knowledge.unlink',
    payload: v.object({ issueId, pageId }),
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

  'knowledge.canSee': handle({
    name: 'knowledge.canSee',
    payload: v.object({ issueId, pageId }),
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

  'knowledge.page': handle({
    name: 'knowledge.page',
    payload: v.object({ pageId }),
    authorise: anyone,
    run: async ({ pageId }, caller) => {
      const [page, items] = await Promise.all([readable(pageId), itemsOf(caller)]);
      return pageSummary(store, readIssues, page, { accountId: caller.accountId, items });
    },
  }),

  'knowledge.vote': handle({
    name: 'knowledge.vote',
    payload: v.object({
      pageId,
      helpful: v.boolean(),
      reason: v.optional(v.picklist(VOTE_REASONS)),
      comment: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000))),
    }),
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
      const viewer = { accountId: caller.accountId, items: await itemsOf(caller) };
      return { stats: (await pageSummary(store, readIssues, page, viewer)).stats };
    },
  }),

  'knowledge.solved': handle({
    name: 'knowledge.solved',
    payload: v.object({ itemId, pageId }),
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

  'knowledge.macro': handle({
    name: 'knowledge.macro',
    payload: v.object({ itemId, pageId: v.optional(pageId) }),
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

  'knowledge.macroItems': handle({
    name: 'knowledge.macroItems',
    payload: nothing,
    authorise: anyone,
    run: async (_payload, caller) => ({
      items: (await itemsOf(caller)).filter((item) => item.available).map(({ id, name }) => ({ id, name })),
    }),
  }),
};
