import { describe, expect, it, jest } from '@jest/globals';
import { linkArticle, unlinkArticle } from './link-article';
import { markSolved } from './mark-solved';
import { mendPages } from './mend-pages';
import { pageChanged } from './page-changed';
import { pageCopied } from './page-copied';
import { refreshByline } from './refresh-byline';
import { freshStore } from '../../test/support/fresh-store';
import { castVote } from './vote';
import type { LinkKind, Vote } from './domain/model';

const AT = '2026-11-02T09:00:00Z';
const issue = { id: '100', key: 'IT-1', summary: 'No VPN' };
const page = { id: '7', title: 'VPN', version: 3 };
const wish = (kind: Exclude<LinkKind, 'pinned'>) => ({ issue, page, kind, by: 'ingrid', at: AT });
const vote = (by: string, helpful: boolean, pageVersion = 3): Vote => ({
  schema: 1,
  pageId: '7',
  pageVersion,
  by,
  helpful,
  at: AT,
});

describe('linking an article', () => {
  it('stores the link with the names Jira and Confluence gave, and counts it', async () => {
    const store = freshStore();
    await linkArticle(store, wish('linked'));
    expect(await store.link('7', 'issue:100')).toMatchObject({
      title: 'VPN',
      targetLabel: 'IT-1',
      kind: 'linked',
    });
    expect(await store.page('7')).toMatchObject({ linkedIssues: 1, resolved: 0, rev: 1 });
  });

  it('does nothing the second time', async () => {
    const store = freshStore();
    await linkArticle(store, wish('linked'));
    await linkArticle(store, { ...wish('linked'), by: 'someone else' });
    expect(await store.page('7')).toMatchObject({ linkedIssues: 1, rev: 1 });
    expect((await store.link('7', 'issue:100'))?.by).toBe('ingrid');
  });

  it('keeps "solved it" when the article is then shared', async () => {
    const store = freshStore();
    await linkArticle(store, wish('resolved'));
    const { link } = await linkArticle(store, wish('shared'));
    expect(link.kind).toBe('resolved');
    expect(await store.page('7')).toMatchObject({ linkedIssues: 1, resolved: 1 });
  });

  it('counts both when two people link at the same moment', async () => {
    const store = freshStore();
    store.interfere = () => linkArticle(store, { ...wish('linked'), issue: { ...issue, id: '200' } });
    await linkArticle(store, wish('linked'));
    expect(await store.page('7')).toMatchObject({ linkedIssues: 2, rev: 2 });
  });

  it('gives up with a sentence when others are always faster', async () => {
    const store = { ...freshStore(), commit: () => Promise.resolve('conflict' as const) };
    await expect(linkArticle(store, wish('linked'))).rejects.toThrow(/try again/);
  });
});

describe('unlinking', () => {
  it('takes link and counts away, once', async () => {
    const store = freshStore();
    await linkArticle(store, wish('resolved'));
    await unlinkArticle(store, '7', '100');
    expect(await unlinkArticle(store, '7', '100')).toBeNull();
    expect(await store.page('7')).toMatchObject({ linkedIssues: 0, resolved: 0, title: 'VPN' });
  });
});

describe('voting', () => {
  it("replaces the same person's vote on the same version", async () => {
    const store = freshStore();
    await castVote(store, vote('alice', true), 'VPN');
    await castVote(store, { ...vote('alice', false), reason: 'outdated' }, 'VPN');
    expect(await store.page('7')).toMatchObject({ helpful: 0, notHelpful: 1 });
    expect(await store.vote('7', 3, 'alice')).toMatchObject({ reason: 'outdated' });
  });

  it('counts a new version anew, and other people', async () => {
    const store = freshStore();
    await castVote(store, vote('alice', true), 'VPN');
    await castVote(store, vote('alice', true, 4), 'VPN');
    await castVote(store, vote('boris', true), 'VPN');
    expect((await store.page('7'))?.helpful).toBe(3);
  });

  it('writes nothing when the opinion is the same', async () => {
    const store = freshStore();
    await castVote(store, vote('alice', true), 'VPN');
    await castVote(store, vote('alice', true), 'VPN');
    expect((await store.page('7'))?.rev).toBe(1);
  });
});

describe('"this solved it"', () => {
  it('counts once per person, page and item', async () => {
    const store = freshStore();
    const said = { itemId: 'vpn', by: 'alice', at: AT };
    expect(await markSolved(store, page, said)).toEqual({ counted: true });
    expect(await markSolved(store, page, said)).toEqual({ counted: false });
    expect(await markSolved(store, page, { ...said, itemId: 'token' })).toEqual({ counted: true });
    expect((await store.page('7'))?.solved).toBe(2);
  });
});

describe('the byline', () => {
  it('is brought up to date whatever stands on the page, and remembered once', async () => {
    const store = freshStore();
    const shown = new Map<string, unknown>();
    const write = async (id: string, byline: unknown) => {
      shown.set(id, byline);
      return true;
    };
    const right = {
      title: 'Helps with 1 service · solved 1 request · Was this page helpful?',
      tooltip: 'Was this page helpful?',
    };
    const linked = await linkArticle(store, wish('resolved'));
    await refreshByline(store, write, linked.page, 1);
    const known = (await store.page('7')) ?? linked.page;
    expect(known.byline).toEqual(right);
    shown.set('7', { title: 'Solved 9999 requests', tooltip: '' });
    await refreshByline(store, write, known, 1);
    expect(shown.get('7')).toEqual(right);
    expect((await store.page('7'))?.rev).toBe(known.rev);
  });

  it('does not go with a copy of the page', async () => {
    const store = freshStore();
    await linkArticle(store, wish('resolved'));
    const taken: unknown[] = [];
    const write = async (...given: readonly unknown[]) => taken.push(given) > 0;
    await pageCopied(store, write, '8');
    await pageCopied(store, write, '7');
    expect(taken).toEqual([['8', null]]);
  });

  it('stays to be written when Confluence refuses', async () => {
    const store = freshStore();
    const linked = await linkArticle(store, wish('resolved'));
    await refreshByline(store, async () => false, linked.page, 1);
    expect((await store.page('7'))?.byline).toBeNull();
  });
});

describe('the daily repair', () => {
  it('mends wrong counts and late bylines', async () => {
    const store = freshStore();
    const { page: record } = await linkArticle(store, wish('resolved'));
    await store.commit({ page: { ...record, rev: record.rev + 1, linkedIssues: 9, helpful: 4 } });
    const report = await mendPages(store, async () => true, [{ id: '7', services: 2 }]);
    expect(report).toEqual({ looked: 1, wrong: 1 });
    expect(await store.page('7')).toMatchObject({
      linkedIssues: 1,
      helpful: 0,
      byline: { title: 'Helps with 2 services · solved 1 request · Was this page helpful?' },
    });
  });

  it('gives pages that items recommend their byline before anybody used them', async () => {
    const store = freshStore();
    await mendPages(store, async () => true, [{ id: '8', services: 1 }]);
    expect((await store.page('8'))?.byline?.title).toBe('Helps with 1 service · Was this page helpful?');
  });

  it('mends the others where one page can’t be', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const store = freshStore();
    const write = async (pageId: string) => (pageId === '7' ? Promise.reject(new Error('torn')) : true);
    const pages = ['7', '8'].map((id) => ({ id, services: 1 }));
    expect(await mendPages(store, write, pages)).toEqual({ looked: 2, wrong: 0 });
    expect((await store.page('8'))?.byline?.title).toBe('Helps with 1 service · Was this page helpful?');
  });

  it('finds nothing wrong after ordinary use', async () => {
    const store = freshStore();
    await linkArticle(store, wish('shared'));
    await castVote(store, vote('alice', true), 'VPN');
    expect(await mendPages(store, async () => true, [])).toEqual({ looked: 1, wrong: 0 });
  });
});

describe('an edited page', () => {
  it('is ignored when nobody uses it, without asking Confluence', async () => {
    const ask = () => Promise.reject(new Error('asked'));
    expect(await pageChanged(freshStore(), ask, '7')).toBe('unknown');
  });

  it('takes the title Confluence has now, however late the event', async () => {
    const store = freshStore();
    await linkArticle(store, wish('linked'));
    const now = async () => ({ ...page, title: 'VPN and you' });
    expect(await pageChanged(store, now, '7')).toBe('renamed');
    expect(await pageChanged(store, now, '7')).toBe('same');
    expect((await store.page('7'))?.title).toBe('VPN and you');
  });

  it('stays as it was when the app may no longer read it', async () => {
    const store = freshStore();
    await linkArticle(store, wish('linked'));
    expect(await pageChanged(store, async () => null, '7')).toBe('same');
  });
});
