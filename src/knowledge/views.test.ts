import { describe, expect, it } from '@jest/globals';
import type { Tile } from '../catalog/domain/model';
import type { ArticleLink } from './domain/model';
import { emptyPage } from './domain/page-record';
import { itemsFor, pinnedPages, type KnowledgeItem } from './domain/items';
import { issueKnowledge } from './issue-knowledge';
import { type CardWish, itemCard } from './item-card';
import { pageSummary } from './page-summary';
import { linkArticle } from './link-article';
import { freshStore } from '../../test/support/fresh-store';
import { castVote } from './vote';

const AT = '2026-11-02T09:00:00Z';
const item = (id: string, available: boolean, pages: readonly string[]): KnowledgeItem => ({
  id,
  name: { en: id.toUpperCase() },
  summary: { en: '' },
  icon: 'box',
  pages,
  available,
});
const page = { id: '7', title: 'VPN', version: 3 };
const issueOf = (id: string) => ({ id, key: `IT-${id}`, summary: `Case ${id}` });
const linked = async (kind: Exclude<ArticleLink['kind'], 'pinned'> = 'resolved') => {
  const store = freshStore();
  for (const id of ['1', '2']) await linkArticle(store, { issue: issueOf(id), page, kind, by: 'i', at: AT });
  return store;
};

describe('what a viewer learns of a page', () => {
  it('leaves out issues they may not browse and items they may not order, also from the counts', async () => {
    const store = await linked();
    const onlySecond = async (ids: readonly string[]) => ids.filter((id) => id === '2').map(issueOf);
    const items = [item('vpn', true, ['7']), item('secret', false, ['7']), item('other', true, ['8'])];
    const summary = await pageSummary(store, onlySecond, page, { accountId: 'alice', items });
    expect(summary.issues).toEqual([{ key: 'IT-2', summary: 'Case 2', kind: 'resolved' }]);
    expect(summary.stats).toMatchObject({
      linkedIssues: 1,
      resolved: 1,
      items: [{ id: 'vpn', name: { en: 'VPN' } }],
    });
  });

  it('shows their vote on this version only', async () => {
    const store = await linked();
    await castVote(
      store,
      { schema: 1, pageId: '7', pageVersion: 2, by: 'alice', helpful: true, at: AT },
      'VPN',
    );
    const viewer = { accountId: 'alice', items: [] };
    expect((await pageSummary(store, async () => [], page, viewer)).myVote).toBeNull();
    expect((await pageSummary(store, async () => [], { ...page, version: 2 }, viewer)).myVote).toEqual({
      helpful: true,
    });
  });

  it('is all zeros for a page nobody used', async () => {
    const summary = await pageSummary(freshStore(), async () => [], page, { accountId: 'alice', items: [] });
    expect(summary.stats).toEqual({
      helpful: 0,
      notHelpful: 0,
      resolved: 0,
      linkedIssues: 0,
      items: [],
    });
  });
});

describe('the articles of an issue', () => {
  it('are those the viewer may read, under the titles they have now', async () => {
    const store = await linked('linked');
    const readPages = async (ids: readonly string[]) =>
      ids.filter((id) => id !== '9').map((id) => ({ id, title: `now ${id}`, version: 1 }));
    const ordered = { name: { en: 'VPN' }, pages: ['8', '9'], scope: { spaceKeys: [], labels: [] } };
    const known = await issueKnowledge(store, readPages, '1', ordered);
    expect(known.links.map((link) => link.title)).toEqual(['now 7']);
    expect(known.pinned).toEqual(['8']);
  });

  it('leave out a link to a page hidden from the viewer', async () => {
    const known = await issueKnowledge(await linked(), async () => [], '1', null);
    expect(known).toEqual({ links: [], pinned: [] });
  });
});

describe('the card of an item', () => {
  const items = [item('vpn', true, ['7']), item('secret', false, [])];
  const wish = { itemId: 'vpn', page: null, inJira: true };
  const card = (over: Partial<CardWish> = {}, store = freshStore(), seen: readonly string[] = []) =>
    itemCard(store, async (ids) => ids.filter((id) => seen.includes(id)).map(issueOf), items, {
      ...wish,
      ...over,
    });

  it('lets whoever is entitled request it', async () => {
    expect(await card()).toMatchObject({ mayRequest: true, solved: 0 });
  });

  it('tells people without Jira that they can not', async () => {
    expect(await card({ inJira: false })).toMatchObject({ mayRequest: false });
  });

  it('shows an item only to who is entitled to it, as if there were none', async () => {
    expect(await card({ itemId: 'secret' })).toBeNull();
    expect(await card({ itemId: 'unknown' })).toBeNull();
  });

  it('carries how often its page helped', async () => {
    const store = freshStore();
    await store.commit({ page: { ...emptyPage('7', 'VPN'), rev: 1, solved: 3 } });
    expect(await card({ page }, store)).toMatchObject({ solved: 3 });
  });

  it('counts of the page’s requests those its viewer may browse', async () => {
    const counted = async (seen: readonly string[]) => (await card({ page }, await linked(), seen))?.solved;
    expect(await counted(['2'])).toBe(1);
    expect(await counted([])).toBe(0);
  });
});

describe('items of the catalog', () => {
  const tile = (id: string, pages: readonly string[]): Tile => ({
    id,
    version: 1,
    name: { en: id },
    summary: { en: '' },
    categoryIds: [],
    serviceId: '',
    owner: '',
    icon: '',
    keywords: [],
    pages,
    metrics: [],
  });
  const tiles = [tile('vpn', ['7', '8']), tile('own', ['7'])];

  it('say whether the viewer may order them', () => {
    const items = itemsFor(tiles, ({ id }) => id === 'vpn');
    expect(items.map((each) => each.available)).toEqual([true, false]);
    expect(itemsFor([], () => true)).toEqual([]);
  });

  it('count how many recommend a page', () => {
    expect(pinnedPages(tiles).map((each) => [each.id, each.services])).toEqual([
      ['7', 2],
      ['8', 1],
    ]);
  });
});
