import { describe, expect, it } from '@jest/globals';
import { ANN, APP, BOB, NOON, openWikiFor } from '../testing/wiki.ts';

const search = (cql: string, more = ''): string => `rest/api/search?cql=${encodeURIComponent(cql)}${more}`;

describe('search by CQL', () => {
  it('finds other forms of a word in the one language it indexes, and of any by its beginning', async () => {
    const { titles } = openWikiFor();
    expect(await titles(ANN, 'type = page and text ~ "laptops"')).toEqual(['Connecting to the VPN']);
    expect(await titles(ANN, 'text ~ "ноутбука"')).toEqual([]);
    expect(await titles(ANN, 'text ~ "laptoppp OR ноутбу*"')).toEqual(['VPN не подключается']);
    expect(await titles(ANN, 'title ~ "connect*"')).toEqual(['Connecting to the VPN']);
  });

  it('puts the better match first, a title over a text', async () => {
    const { titles, wiki } = openWikiFor();
    wiki.importPage({
      space: 'KB',
      title: 'Printers',
      storage: `<p>${'Paper and toner. '.repeat(30)} One word on VPN.</p>`,
      author: 'bob',
      createdAt: NOON,
    });
    expect((await titles(ANN, 'siteSearch ~ "vpn"')).at(-1)).toBe('Printers');
    expect((await titles(ANN, 'siteSearch ~ "vpn certificate сертификат"'))[0]).toBe('VPN не подключается');
  });

  it('wants every word in text, and some in siteSearch', async () => {
    const { titles } = openWikiFor();
    expect(await titles(ANN, 'text ~ "vpn unicorn"')).toEqual([]);
    expect(await titles(ANN, 'siteSearch ~ "vpn unicorn"')).toHaveLength(2);
    expect(await titles(ANN, 'text ~ "unicorn OR сертификат*"')).toEqual(['VPN не подключается']);
  });

  it('hides what the reader may not read: other spaces, restricted pages and all below them', async () => {
    const { titles } = openWikiFor();
    expect((await titles(BOB, 'text ~ laptop')).sort()).toEqual([
      'Annex',
      'Connecting to the VPN',
      'Draft policy for laptops',
      'Salary bands',
    ]);
    expect(await titles(ANN, 'text ~ laptop')).toEqual(['Connecting to the VPN']);
    expect((await titles(APP, 'text ~ laptop')).sort()).toEqual(['Connecting to the VPN', 'Salary bands']);
  });

  it('filters by space, label, ancestor, creator, id and dates', async () => {
    const { titles, ids } = openWikiFor();
    expect(await titles(BOB, 'space = HR')).toEqual(['Salary bands']);
    expect(await titles(ANN, 'label in ("vpn", "none")')).toEqual(['Connecting to the VPN']);
    expect(await titles(ANN, 'label != vpn order by title')).toEqual([
      'Knowledge home',
      'VPN не подключается',
    ]);
    expect(await titles(BOB, `ancestor = ${ids.home} and not label = vpn order by title desc`)).toEqual([
      'VPN не подключается',
      'Draft policy for laptops',
      'Annex',
    ]);
    expect(await titles(BOB, `id in (${ids.vpn}, ${ids.secret}) order by title`)).toEqual([
      'Connecting to the VPN',
      'Salary bands',
    ]);
    expect(await titles(ANN, 'creator = currentUser()')).toEqual([]);
    expect(await titles(ANN, 'lastModified < now("-30h")')).toEqual(['VPN не подключается']);
  });

  it('marks what was found in title and excerpt', async () => {
    const { call } = openWikiFor();
    const { body } = await call(ANN, 'GET', search('text ~ "connect laptop"'));
    expect(body).toMatchObject({
      totalSize: 1,
      results: [
        {
          title: '@@@hl@@@Connecting@@@endhl@@@ to the VPN',
          excerpt: expect.stringContaining('@@@hl@@@laptop@@@endhl@@@ @@@hl@@@connects@@@endhl@@@'),
          resultGlobalContainer: { title: 'Knowledge' },
        },
      ],
    });
    expect((await call(ANN, 'GET', search('text ~ laptop', '&excerpt=none'))).body).toMatchObject({
      results: [{ excerpt: '', title: 'Connecting to the VPN' }],
    });
  });

  it('pages with a cursor', async () => {
    const { call } = openWikiFor();
    const first = (await call(BOB, 'GET', search('type = page order by title', '&limit=4'))).body as {
      size: number;
      totalSize: number;
      _links: { next: string };
    };
    expect(first).toMatchObject({ size: 4, totalSize: 6 });
    const second = (await call(BOB, 'GET', first._links.next.slice(1))).body as {
      size: number;
      _links: { next?: string };
    };
    expect(second.size).toBe(2);
    expect(second._links.next).toBeUndefined();
  });

  it('refuses what it does not understand with the reason', async () => {
    const { call } = openWikiFor();
    expect(await call(ANN, 'GET', search('colour = red'))).toMatchObject({
      status: 400,
      body: { statusCode: 400, message: 'Could not parse cql : No field exists with name: colour' },
    });
    expect((await call(ANN, 'GET', search('text ~'))).status).toBe(400);
    expect((await call(ANN, 'GET', 'rest/api/search')).status).toBe(400);
  });
});
