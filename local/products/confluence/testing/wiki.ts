import Database from 'libsql';
import { type Actor, type ProductEvent, type ProductResponse } from '../../../kernel/types.ts';
import { standingClock } from '../../testing/clock.ts';
import { createUsers } from '../../users/directory.ts';
import { createConfluence } from '../index.ts';

/** Monday, 10:00 UTC. */
export const NOON = Date.parse('2026-11-23T10:00:00.000Z');
const DAY = 86_400_000;

export const ANN: Actor = { kind: 'user', accountId: 'ann' };
export const BOB: Actor = { kind: 'user', accountId: 'bob' };
export const EVE: Actor = { kind: 'user', accountId: 'eve' };
export const APP: Actor = { kind: 'app' };
export const ROOT: Actor = { kind: 'user', accountId: 'root' };

/** A Confluence with an open space KB, and a space HR that only the group hr may read. */
export function openWikiFor() {
  const db = new Database(':memory:');
  const clock = standingClock(NOON);
  const users = createUsers(db);
  users.create({ accountId: 'ann', displayName: 'Ann Asker', timeZone: 'Europe/Berlin' });
  users.create({ accountId: 'bob', displayName: 'Bob Worker', groups: ['hr'] });
  users.create({ accountId: 'eve', displayName: 'Eve Guest', products: ['jira'] });
  users.create({ accountId: 'root', displayName: 'Rita Root', groups: ['confluence-administrators'] });
  const wiki = createConfluence({ db, clock, baseUrl: 'https://site.example', users });
  const events: ProductEvent[] = [];
  wiki.onEvent((event) => events.push(event));
  wiki.createSpace({ key: 'KB', name: 'Knowledge' });
  wiki.createSpace({
    key: 'HR',
    name: 'Human Resources',
    permissions: {
      read: [{ kind: 'group', who: 'hr' }],
      create: [{ kind: 'group', who: 'hr' }],
      administer: [{ kind: 'group', who: 'hr' }],
    },
  });
  const page = (
    title: string,
    storage: string,
    more: Partial<Parameters<typeof wiki.importPage>[0]> = {},
  ): string =>
    wiki.importPage({ space: 'KB', title, storage, author: 'bob', createdAt: NOON - DAY, ...more }).id;
  const home = page('Knowledge home', '<p>Start here.</p>');
  const vpn = page(
    'Connecting to the VPN',
    '<h1>Before you start</h1><p>Install the client. Then the laptop connects by itself.</p>',
    { labels: ['vpn', 'network'] },
  );
  const russian = page('VPN не подключается', '<p>Перезагрузите ноутбук и проверьте сертификат.</p>', {
    createdAt: NOON - 2 * DAY,
  });
  const secret = page('Salary bands', '<p>Secret laptop numbers.</p>', { space: 'HR' });
  const limited = page('Draft policy for laptops', '<p>Restricted laptop text.</p>', {
    restrictions: [{ operation: 'read', users: ['bob'] }],
  });
  const below = page('Annex', '<p>Below the restricted laptop page.</p>', { parent: limited });
  const call = (actor: Actor, method: string, path: string, body?: unknown): Promise<ProductResponse> =>
    wiki.handle({
      method,
      path: `/wiki/${path}`,
      headers: {},
      actor,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const titles = async (actor: Actor, cql: string): Promise<string[]> => {
    const answer = await call(actor, 'GET', `rest/api/search?cql=${encodeURIComponent(cql)}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return (answer.body as { results: { content: { title: string } }[] }).results.map(
      (one) => one.content.title,
    );
  };
  return { wiki, clock, users, events, call, titles, ids: { home, vpn, russian, secret, limited, below } };
}
