import { entityStore } from '../platform/storage/entities';
import { transact, type Write } from '../platform/storage/transact';
import { inTurns } from '../work/in-turns';
import { linkKey, solvedTarget, voteKey } from './domain/link-key';
import type { ArticleLink, LinkRow, Vote } from './domain/model';
import type { PageRecord } from './domain/page-record';
import type { PageChange } from './ports';
import { linkRowSchema, pageSchema, voteSchema } from './domain/schemas';

const MOST = 1000;
/** So many whose byline is behind are known at a time. */
const MOST_BEHIND = 1000;
const DAY_MS = 86_400_000;

const targetOf = (row: LinkRow): string =>
  row.kind === 'solved' ? solvedTarget(row.itemId, row.by) : `${row.target}:${row.targetId}`;

const links = entityStore<LinkRow>({
  name: 'article-link',
  schema: linkRowSchema,
  attributes: (row) => ({ pageId: row.pageId, target: targetOf(row), kind: row.kind, at: row.at }),
  anchor: 'pageId',
});

const votes = entityStore<Vote>({
  name: 'vote',
  schema: voteSchema,
  attributes: (vote) => ({ pageId: vote.pageId, by: vote.by, at: vote.at }),
  anchor: 'pageId',
});

/** A record and when it was last counted: what housekeeping takes next. */
const pages = (now: () => Date) =>
  entityStore<PageRecord>({
    name: 'article-stats',
    schema: pageSchema,
    attributes: (page) => ({
      pageId: page.pageId,
      rev: page.rev,
      stale: page.byline === null ? 'y' : 'n',
      countedAt: now().toISOString(),
    }),
  });

const isLink = (row: LinkRow): row is ArticleLink => row.kind !== 'solved';

const putOf = (value: NonNullable<PageChange['put']>): Write => {
  // Unconditional: the page's record, written in the same transaction, holds the condition for all of them.
  if ('helpful' in value)
    return votes.write(voteKey(value.pageId, value.pageVersion, value.by), value, 'any');
  return links.write(linkKey(value.pageId, targetOf(value)), value, 'any');
};

/**
 * The knowledge store in Forge's Custom Entity Store; `now` stamps what was counted when. Lists come newest first, and may lag
 * behind a write by moments.
 */
export const knowledgeStore = (now: () => Date) => {
  const records = pages(now);
  const row = (pageId: string, target: string) => links.get(linkKey(pageId, target));
  const rowsOfPage = (pageId: string) =>
    links.queryAll({ index: 'by-page', partition: [pageId], newestFirst: true }, MOST);
  return {
    page: (pageId: string) => records.get(pageId),
    link: async (pageId: string, target: string) => {
      const found = await row(pageId, target);
      return found !== null && isLink(found) ? found : null;
    },
    mark: async (pageId: string, target: string) => {
      const found = await row(pageId, target);
      return found !== null && !isLink(found) ? found : null;
    },
    vote: (pageId: string, version: number, by: string) => votes.get(voteKey(pageId, version, by)),
    linksOfPage: async (pageId: string) => (await rowsOfPage(pageId)).filter(isLink),
    marksOfPage: async (pageId: string) =>
      (await rowsOfPage(pageId)).flatMap((found) => (isLink(found) ? [] : [found])),
    votesOfPage: (pageId: string) => votes.queryAll({ index: 'by-page', partition: [pageId] }, MOST),
    linksOfTarget: async (target: string) =>
      (await links.queryAll({ index: 'by-target', partition: [target], newestFirst: true }, MOST)).filter(
        isLink,
      ),
    /** Writes only if the page's record still has the revision before `change.page.rev`. */
    commit: (change: PageChange) =>
      transact([
        records.write(change.page.pageId, change.page, { rev: change.page.rev - 1 }),
        ...(change.put ? [putOf(change.put)] : []),
        ...(change.remove ? [links.erase(linkKey(change.page.pageId, change.remove.target), 'any')] : []),
      ]),
    /** Pages whose byline is not yet written, with each day others, then those longest not recounted. */
    pagesToMend: async (limit: number) => {
      const behind = await records.queryAll({ index: 'by-mend', partition: ['y'] }, MOST_BEHIND);
      const late = inTurns(behind, limit, now().getTime(), DAY_MS);
      const rest = limit - late.length;
      const old = rest > 0 ? await records.queryAll({ index: 'by-mend', partition: ['n'] }, rest) : [];
      return [...late, ...old];
    },
  };
};
