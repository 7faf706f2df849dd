import { describe, expect, it } from '@jest/globals';
import { ANN, APP, BOB, EVE, openWikiFor, ROOT } from '../testing/wiki.ts';

interface Page {
  id: string;
  title: string;
  status: string;
  version: { number: number };
  body: Record<string, { value: string }>;
}

const spaceId = async (wiki: ReturnType<typeof openWikiFor>, key: string): Promise<string> =>
  ((await wiki.call(BOB, 'GET', `api/v2/spaces?keys=${key}`)).body as { results: { id: string }[] })
    .results[0]?.id ?? '';

describe('reading pages', () => {
  it('gives the body in the asked format, macros kept', async () => {
    const { call, ids, wiki } = openWikiFor();
    const read = async (id: string, format: string) =>
      ((await call(ANN, 'GET', `api/v2/pages/${id}?body-format=${format}`)).body as Page).body;
    expect(await read(ids.home, 'storage')).toEqual({
      storage: { representation: 'storage', value: '<p>Start here.</p>' },
    });
    const macro =
      '<p>See</p><ac:structured-macro ac:name="info"><ac:parameter ac:name="title">T</ac:parameter></ac:structured-macro>';
    const { id } = wiki.importPage({
      space: 'KB',
      title: 'Macro',
      storage: macro,
      author: 'bob',
      createdAt: 0,
    });
    expect((await read(id, 'view'))['view']?.value).toBe(macro);
  });

  it('answers hidden and absent pages alike', async () => {
    const { call, ids } = openWikiFor();
    const absent = await call(ANN, 'GET', 'api/v2/pages/999');
    expect(absent).toMatchObject({ status: 404, body: { errors: [{ status: 404, code: 'NOT_FOUND' }] } });
    for (const id of [ids.secret, ids.limited, ids.below])
      expect(await call(ANN, 'GET', `api/v2/pages/${id}`)).toEqual(absent);
    expect((await call(BOB, 'GET', `api/v2/pages/${ids.below}`)).status).toBe(200);
    expect((await call(EVE, 'GET', `api/v2/pages/${ids.home}`)).status).toBe(403);
    expect((await call({ kind: 'anonymous' }, 'GET', `api/v2/pages/${ids.home}`)).status).toBe(404);
  });

  it('lists by space, with a cursor to go on', async () => {
    const wiki = openWikiFor();
    const id = await spaceId(wiki, 'KB');
    const first = (await wiki.call(BOB, 'GET', `api/v2/pages?space-id=${id}&limit=3&sort=title`)).body as {
      results: Page[];
      _links: { next: string };
    };
    expect(first.results.map((page) => page.title)).toEqual([
      'Annex',
      'Connecting to the VPN',
      'Draft policy for laptops',
    ]);
    const rest = (await wiki.call(BOB, 'GET', first._links.next.replace('/wiki/', ''))).body as {
      results: Page[];
    };
    expect(rest.results.map((page) => page.title)).toEqual(['Knowledge home', 'VPN не подключается']);
  });
});

describe('writing pages', () => {
  it('creates, updates by version, and tells each', async () => {
    const wiki = openWikiFor();
    const made = (
      await wiki.call(ANN, 'POST', 'api/v2/pages', {
        spaceId: await spaceId(wiki, 'KB'),
        status: 'current',
        title: 'Printers',
        body: { representation: 'storage', value: '<p>Toner &amp; paper</p>' },
      })
    ).body as Page;
    expect(made.version.number).toBe(1);
    expect(made.body['storage']?.value).toBe('<p>Toner &amp; paper</p>');
    const update = {
      id: made.id,
      status: 'current',
      title: 'Printers',
      body: { representation: 'storage', value: '<p>New</p>' },
    };
    expect(
      (await wiki.call(ANN, 'PUT', `api/v2/pages/${made.id}`, { ...update, version: { number: 1 } })).status,
    ).toBe(409);
    expect(
      (
        await wiki.call(ANN, 'PUT', `api/v2/pages/${made.id}`, {
          ...update,
          version: { number: 2, message: 'why' },
        })
      ).body,
    ).toMatchObject({ version: { number: 2, message: 'why' } });
    expect(wiki.events.map((event) => event.eventType)).toEqual(
      ['created', 'updated'].map((verb) => `avi:confluence:${verb}:page`),
    );
    expect(wiki.events[0]).toMatchObject({
      atlassianId: 'ann',
      selfGenerated: false,
      payload: { content: { id: made.id, type: 'page', space: { key: 'KB' } } },
    });
  });

  it('refuses writers without permission: 403 where they may read, 404 where not', async () => {
    const { call, ids, wiki } = openWikiFor();
    wiki.restrict(ids.vpn, [{ operation: 'update', users: ['bob'] }]);
    const write = async (id: string): Promise<number> =>
      (
        await call(ANN, 'PUT', `api/v2/pages/${id}`, {
          id,
          status: 'current',
          title: 'Mine',
          version: { number: 2 },
        })
      ).status;
    expect([await write(ids.vpn), await write(ids.secret)]).toEqual([403, 404]);
  });

  it('refuses a second page of the same title in a space', async () => {
    const wiki = openWikiFor();
    const answer = await wiki.call(ANN, 'POST', 'api/v2/pages', {
      spaceId: await spaceId(wiki, 'KB'),
      title: 'Connecting to the VPN',
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ detail: expect.stringContaining('already exists') }] },
    });
  });
});

describe('content properties', () => {
  it('are versioned: any write but the next is refused', async () => {
    const { call, ids } = openWikiFor();
    const at = `api/v2/pages/${ids.vpn}/properties`;
    const made = (await call(BOB, 'POST', at, { key: 'pledge', value: { a: 1 } })).body as { id: string };
    expect((await call(BOB, 'POST', at, { key: 'pledge', value: 2 })).status).toBe(400);
    expect(
      (await call(BOB, 'PUT', `${at}/${made.id}`, { key: 'pledge', value: 2, version: { number: 1 } }))
        .status,
    ).toBe(400);
    expect(
      (await call(BOB, 'PUT', `${at}/${made.id}`, { key: 'pledge', value: 2, version: { number: 2 } })).body,
    ).toMatchObject({ value: 2, version: { number: 2 } });
    expect((await call(ANN, 'GET', `${at}?key=pledge`)).body).toMatchObject({
      results: [{ key: 'pledge', value: 2 }],
    });
    expect((await call(BOB, 'DELETE', `${at}/${made.id}`)).status).toBe(204);
    expect((await call(ANN, 'GET', `${at}?key=pledge`)).body).toMatchObject({ results: [] });
  });

  it('are out of reach where the page is', async () => {
    const { call, ids } = openWikiFor();
    expect(
      (await call(ANN, 'POST', `api/v2/pages/${ids.secret}/properties`, { key: 'x', value: 1 })).status,
    ).toBe(404);
  });
});

describe('the permission check', () => {
  const check = (accountId: string, operation: string) => ({
    subject: { type: 'user', identifier: accountId },
    operation,
  });
  it('tells Confluence administrators what a person may do with a page', async () => {
    const { call, ids } = openWikiFor();
    const may = async (accountId: string, id: string, operation: string) =>
      (await call(ROOT, 'POST', `rest/api/content/${id}/permission/check`, check(accountId, operation))).body;
    expect(await may('ann', ids.vpn, 'read')).toMatchObject({ hasPermission: true });
    expect(await may('ann', ids.limited, 'read')).toMatchObject({ hasPermission: false });
    expect(await may('eve', ids.vpn, 'read')).toMatchObject({ hasPermission: false });
    expect(await may('bob', ids.secret, 'update')).toMatchObject({ hasPermission: true });
  });

  it('does not tell people, nor the app, about others', async () => {
    const { call, ids } = openWikiFor();
    expect(
      (await call(APP, 'POST', `rest/api/content/${ids.vpn}/permission/check`, check('bob', 'read'))).status,
    ).toBe(403);
    expect(
      (await call(ANN, 'POST', `rest/api/content/${ids.vpn}/permission/check`, check('bob', 'read'))).status,
    ).toBe(403);
    expect(
      (await call(ANN, 'POST', `rest/api/content/${ids.vpn}/permission/check`, check('ann', 'read'))).status,
    ).toBe(200);
  });
});
