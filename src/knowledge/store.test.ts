import { beforeEach, describe, expect, it } from '@jest/globals';
import { installFakeForge } from '../../test/support/fake-forge';
import { linkArticle, unlinkArticle } from './link-article';
import { markSolved } from './mark-solved';
import { mendPages } from './mend-pages';
import type { KnowledgeStore } from './ports';
import { knowledgeStore } from './store';
import { castVote } from './vote';

const AT = '2026-11-02T09:00:00.000Z';
const page = { id: '7', title: 'VPN', version: 3 };
const wish = (id: string, pageOf = page) => ({
  issue: { id, key: `IT-${id}`, summary: '' },
  page: pageOf,
  kind: 'linked' as const,
  by: 'ingrid',
  at: AT,
});

let store: KnowledgeStore;
beforeEach(() => {
  installFakeForge('ingrid');
  store = knowledgeStore(() => new Date(AT));
});

describe('the knowledge store', () => {
  it('gives back a link by page and by issue', async () => {
    await linkArticle(store, wish('100'));
    await linkArticle(store, wish('200'));
    expect((await store.linksOfPage('7')).map((link) => link.targetId).sort()).toEqual(['100', '200']);
    expect((await store.linksOfTarget('issue:200')).map((link) => link.targetLabel)).toEqual(['IT-200']);
    expect(await store.linksOfTarget('issue:300')).toEqual([]);
  });

  it('refuses a commit on a revision somebody has passed', async () => {
    await linkArticle(store, wish('100'));
    const record = await store.page('7');
    if (record === null) throw new Error('the page has a record');
    expect(await store.commit({ page: record })).toBe('conflict');
    expect(await store.commit({ page: { ...record, rev: record.rev + 1 } })).toBe('done');
  });

  it('counts every one of several people who link at once', async () => {
    await Promise.all(['1', '2', '3', '4'].map((id) => linkArticle(store, wish(id))));
    expect(await store.page('7')).toMatchObject({ linkedIssues: 4, rev: 4 });
  });

  it('keeps links, marks and votes of a page apart', async () => {
    await linkArticle(store, wish('100'));
    await markSolved(store, page, { itemId: 'vpn', by: 'alice', at: AT });
    await castVote(
      store,
      { schema: 1, pageId: '7', pageVersion: 3, by: 'alice', helpful: true, at: AT },
      'VPN',
    );
    expect(await store.linksOfPage('7')).toHaveLength(1);
    expect(await store.marksOfPage('7')).toEqual([
      { schema: 1, kind: 'solved', pageId: '7', itemId: 'vpn', by: 'alice', at: AT },
    ]);
    expect(await store.votesOfPage('7')).toHaveLength(1);
    expect(await store.vote('7', 2, 'alice')).toBeNull();
    expect(await store.mark('7', 'solved:vpn:boris')).toBeNull();
  });

  it('removes a link with its count', async () => {
    await linkArticle(store, wish('100'));
    await unlinkArticle(store, '7', '100');
    expect(await store.link('7', 'issue:100')).toBeNull();
    expect(await store.page('7')).toMatchObject({ linkedIssues: 0 });
  });

  it('mends pages whose byline is missing first', async () => {
    await linkArticle(store, wish('100'));
    await linkArticle(store, wish('100', { id: '8', title: 'Printers', version: 1 }));
    await mendPages(store, async (id) => id === '7', []);
    expect((await store.pagesToMend(10)).map((each) => each.pageId)).toEqual(['8', '7']);
  });
});
