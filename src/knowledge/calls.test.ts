import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type FakeForge, installFakeForge, type ProductCall } from '../../test/support/fake-forge';
import { resolversOf } from '../entry/resolvers/handle';
import { dropShares } from '../entry/resolvers/share';
import { knowledgeCalls } from './calls';
import { store } from './announce';

interface World {
  readonly browse: boolean;
  readonly edit: boolean;
  readonly read: boolean;
  readonly reporterReads: boolean;
}
let world: World;
let forge: FakeForge;
const page = { id: '7', title: 'VPN', version: { number: 3 } };
const issue = { id: '100', key: 'IT-1', fields: { summary: 'No VPN', reporter: { accountId: 'alice' } } };

const missing = { status: 404, body: {} };
const product = ({ path, as, method }: ProductCall) => {
  const mine = as === 'user';
  if (path.includes('/mypermissions')) {
    return { status: 200, body: { permissions: { EDIT_ISSUES: { havePermission: world.edit } } } };
  }
  if (path.includes('/issue/bulkfetch'))
    return { status: 200, body: { issues: world.browse ? [issue] : [] } };
  if (path.includes('/issue/100')) return world.browse ? { status: 200, body: issue } : missing;
  if (path.includes('/user/groups')) return { status: 200, body: [] };
  if (path.includes('/properties')) return { status: 200, body: method === 'GET' ? { results: [] } : {} };
  if (path.includes('/permission/check'))
    return { status: 200, body: { hasPermission: world.reporterReads } };
  const readable = world.read || !mine;
  if (path.includes('/pages/7')) return readable ? { status: 200, body: page } : missing;
  if (path.includes('/pages?')) return { status: 200, body: { results: readable ? [page] : [] } };
  return missing;
};

const ask = async (name: keyof typeof knowledgeCalls, payload: object, extension: object = {}) => {
  const context = { accountId: 'ingrid', extension };
  const resolver = resolversOf(knowledgeCalls)[name] as (request: object) => Promise<{
    ok: boolean;
    value?: unknown;
    error?: { code: string };
  }>;
  return resolver({ payload, context });
};
const written = (): readonly ProductCall[] => forge.products.filter((call) => call.method !== 'GET');

beforeEach(() => {
  dropShares();
  forge = installFakeForge('ingrid');
  forge.product = product;
  world = { browse: true, edit: true, read: true, reporterReads: true };
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});

describe('linking an article', () => {
  const wish = { issueId: '100', pageId: '7', kind: 'resolved' };

  it('takes no title from who links', async () => {
    const answer = await ask('knowledge.link', { ...wish, title: 'forged' });
    expect([answer.error?.code, written()]).toEqual(['SCREEN_OUTDATED', []]);
  });

  it('answers the links with what Jira and Confluence say, and writes the byline as the app', async () => {
    const answer = await ask('knowledge.link', wish);
    expect(answer.value).toEqual({ links: [{ pageId: '7', title: 'VPN', kind: 'resolved' }] });
    expect(await store.linksOfPage('7')).toMatchObject([{ title: 'VPN', targetLabel: 'IT-1', by: 'ingrid' }]);
    expect(written()).toMatchObject([
      {
        as: 'app',
        body: { key: 'pledge-byline', value: { title: 'Solved 1 request · Was this page helpful?' } },
      },
    ]);
  });

  it.each([
    ['may not edit the issue', { edit: false }, 'FORBIDDEN'],
    ['may not browse the issue', { browse: false }, 'NOT_FOUND'],
    ['may not read the page', { read: false }, 'NOT_FOUND'],
  ])('is refused to somebody who %s, and writes nothing', async (_who, change, code) => {
    world = { ...world, ...change };
    expect((await ask('knowledge.link', wish)).error?.code).toBe(code);
    expect(written()).toEqual([]);
    world = { browse: true, edit: true, read: true, reporterReads: true };
    expect((await ask('knowledge.page', { pageId: '7' })).value).toMatchObject({
      stats: { linkedIssues: 0 },
    });
  });

  it.each([
    [{ ...wish, issueId: '100/../1' }, 'BAD_REQUEST'],
    [{ ...wish, pageId: '7?x' }, 'BAD_REQUEST'],
    [{ ...wish, kind: 'pinned' }, 'BAD_REQUEST'],
    [{}, 'SCREEN_OUTDATED'],
  ])('does not understand %p', async (payload, code) => {
    expect((await ask('knowledge.link', payload)).error?.code).toBe(code);
    expect(forge.products).toEqual([]);
  });
});

describe('reading', () => {
  beforeEach(async () => {
    await ask('knowledge.link', { issueId: '100', pageId: '7', kind: 'linked' });
  });

  it('of an issue leaves out pages the caller may not read', async () => {
    world = { ...world, read: false };
    expect((await ask('knowledge.issue', { issueId: '100' })).value).toMatchObject({
      links: [],
      canLink: true,
    });
  });

  it('of an issue nobody showed the caller tells nothing', async () => {
    world = { ...world, browse: false };
    expect((await ask('knowledge.issue', { issueId: '100' })).error?.code).toBe('NOT_FOUND');
  });

  it('of a page leaves out issues the caller may not browse, also from the counts', async () => {
    world = { ...world, browse: false };
    const { value } = await ask('knowledge.page', { pageId: '7' });
    expect(value).toMatchObject({ issues: [], stats: { linkedIssues: 0 } });
  });

  it('goes on without Confluence and says so', async () => {
    forge = installFakeForge('ingrid', false);
    forge.product = product;
    const { value } = await ask('knowledge.issue', { issueId: '100' });
    expect(value).toMatchObject({ confluence: false, links: [], canLink: true });
    expect((await ask('knowledge.page', { pageId: '7' })).error?.code).toBe('CONFLUENCE_NOT_CONNECTED');
  });
});

describe('votes and marks', () => {
  it('hold one vote per person and version, with reasons only for a no', async () => {
    await ask('knowledge.vote', { pageId: '7', helpful: true, reason: 'wrong' });
    const { value } = await ask('knowledge.vote', { pageId: '7', helpful: false, reason: 'outdated' });
    expect(value).toMatchObject({ stats: { helpful: 0, notHelpful: 1 } });
  });

  it('are refused on a page the voter may not read', async () => {
    world = { ...world, read: false };
    expect((await ask('knowledge.vote', { pageId: '7', helpful: true })).error?.code).toBe('NOT_FOUND');
  });

  it('count "solved" only for items the reader may order', async () => {
    expect((await ask('knowledge.solved', { itemId: 'secret', pageId: '7' })).error?.code).toBe('NOT_FOUND');
  });
});

describe('whether the requester can see a page', () => {
  it('is asked of Confluence for who reads the request, after the caller was found to read it', async () => {
    world = { ...world, reporterReads: false };
    expect((await ask('knowledge.canSee', { issueId: '100', pageId: '7' })).value).toEqual({
      readers: 'no',
    });
    expect(written()[0]?.body).toMatchObject({ subject: { identifier: 'alice' }, operation: 'read' });
  });

  it('is not told to those who may not read the page themselves', async () => {
    world = { ...world, read: false };
    expect((await ask('knowledge.canSee', { issueId: '100', pageId: '7' })).error?.code).toBe('NOT_FOUND');
    expect(written()).toEqual([]);
  });
});
