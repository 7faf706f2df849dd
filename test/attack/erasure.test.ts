/** Whoever closes their Atlassian account is in nothing that is stored any more, whatever kind of row it is; all else stays. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declaredPrefix } from '../../src/privacy/forge-ports';
import { PERSONAL_ROWS } from '../../src/entry/scheduled/personal-rows';
import { isChunkKey } from '../../src/platform/storage/blobs';
import { unpacked } from '../../src/platform/storage/packed';
import { accountOf, type Person } from './support/people';
import { openScene, type Scene } from './support/scene';

/** Who asked, who decided, who worked on it, and who configured everything. */
const CLOSED: readonly Person[] = ['requester', 'approver', 'agent', 'jiraAdmin'];

interface Stored {
  readonly space: string;
  readonly key: string;
  readonly text: string;
}

/** All that is stored, documents in chunks put together and packed ones unpacked. */
function storedIn({ site }: Scene): readonly Stored[] {
  const rows = site.host.db.prepare('SELECT space, key, value FROM forge_value ORDER BY space, key').all();
  const all = (rows as readonly { space: string; key: string; value: string }[]).map((row) => ({ ...row }));
  const chunkOf = new Map(all.map(({ key, value }) => [key, JSON.parse(value) as unknown]));
  const wholeOf = (key: string, value: unknown): unknown => {
    const head = value as { readonly chunks?: number; readonly generation?: string };
    if (head.chunks === undefined) return value;
    const texts = Array.from({ length: head.chunks }, (_, n) =>
      chunkOf.get(`${key}:chunk:${head.generation ?? ''}:${n}`),
    );
    return JSON.parse(texts.join(''));
  };
  return all
    .filter(({ key }) => !isChunkKey(key))
    .map(({ space, key, value }) => {
      const whole = wholeOf(key, JSON.parse(value));
      return { space, key, text: unpacked(whole) ?? JSON.stringify(whole) };
    });
}

const naming = (stored: readonly Stored[], person: Person): readonly string[] =>
  stored
    .filter(({ key, text }) => `${key} ${text}`.includes(accountOf(person)))
    .map(({ space, key }) => `${space} ${key}`);

/** What people have for themselves goes with them: what they began, the files of it, whom they order for, and what their home shows. */
const OWN = /^(drafts|files|orders-for|home-\w+):/;

const counted = (stored: readonly Stored[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { space } of stored.filter(({ space: name, key }) => name !== 'plain' && !OWN.test(key)))
    counts[space] = (counts[space] ?? 0) + 1;
  return counts;
};

let scene: Scene;
let before: readonly Stored[];
let after: readonly Stored[];

beforeAll(async () => {
  scene = await openScene();
  await scene.call('requester', 'portal.home');
  before = storedIn(scene);
  closeAccounts();
  const { host } = scene.site;
  const housekeeping = host.manifest.schedules.find(({ key }) => key === 'housekeeping');
  if (housekeeping === undefined) throw new Error('There is no housekeeping.');
  await host.runSchedule(housekeeping);
  after = storedIn(scene);
}, 240_000);
afterAll(() => scene.close());

/** Atlassian says so of them when it is asked. */
function closeAccounts(): void {
  interface Platform {
    __forge_fetch__: (meta: unknown, path: string, init?: RequestInit) => Promise<Response>;
  }
  const platform = globalThis as unknown as Platform;
  const ask = platform.__forge_fetch__;
  platform.__forge_fetch__ = async (meta, path, init) => {
    if (!path.includes('/app/report-accounts')) return ask(meta, path, init);
    const { accounts } = JSON.parse(init?.body as string) as { accounts: { accountId: string }[] };
    const closed = accounts.filter(({ accountId }) => CLOSED.some((who) => accountOf(who) === accountId));
    if (closed.length === 0) return new Response(null, { status: 204 });
    return Response.json({ accounts: closed.map(({ accountId }) => ({ accountId, status: 'closed' })) });
  };
}

it.each(CLOSED)('names %s nowhere any more', (person) => {
  expect(naming(before, person).length).toBeGreaterThan(2);
  expect(naming(after, person)).toEqual([]);
});

it('names everybody else as before', () => {
  expect(naming(after, 'other').length).toBeGreaterThan(5);
});

it('keeps every row there was, so that history stays countable', () => {
  const [was, is] = [counted(before), counted(after)];
  // The day's other work writes checkpoints of its jobs, and what it did into the audit log.
  const GROWING = ['entity:audit', 'entity:document'];
  const fixed = (counts: typeof is) => Object.entries(counts).filter(([space]) => !GROWING.includes(space));
  // What was said of somebody goes with them; where others name them, a mark stands.
  expect(fixed({ ...is, 'entity:person': (is['entity:person'] ?? 0) + 1 })).toEqual(fixed(was));
  for (const space of GROWING) expect(is[space]).toBeGreaterThanOrEqual(was[space] ?? 0);
});

it('drops the drafts of whoever has left, and keeps those of others', () => {
  const kept = (stored: readonly Stored[], prefix: string) =>
    stored.filter(({ key }) => key.startsWith(prefix)).length;
  for (const prefix of ['draft:', 'drafts:'])
    expect([kept(before, prefix), kept(after, prefix)]).toEqual([2, 1]);
});

it('gives one person one mark in all that is stored', () => {
  const decided = after.find(({ key }) => key === `request:${scene.of.other.decidedId}`)?.text ?? '';
  const [mark] = /former:[0-9a-f]{16}/.exec(decided) ?? [''];
  expect(mark).not.toBe('');
  const rows = after.filter(({ space, key }) => space === 'entity:approval' && key.endsWith(mark));
  expect(rows).toHaveLength(4);
});

describe('what the app reads afterwards', () => {
  it.each<[Person, string, object]>([
    ['other', 'portal.home', {}],
    ['other', 'requests.list', { scope: 'open' }],
    ['pledgeAdmin', 'catalog.items', {}],
    ['pledgeAdmin', 'settings.export', {}],
    ['pledgeAdmin', 'settings.health', {}],
    ['auditor', 'settings.audit', {}],
  ])('parses for %s: %s', async (person, name, payload) => {
    scene.site.host.processes.recycle();
    const answer = await scene.call(person, name, payload);
    expect(answer.error).toBeUndefined();
    expect(JSON.stringify(answer)).not.toContain(accountOf('approver'));
    expect(storedIn(scene).filter(({ key }) => key.startsWith('corrupt:'))).toEqual([]);
  });
});

it('has every kind of plain key declared by who writes it', () => {
  const undeclared = before
    .filter(({ space, key }) => space === 'plain' && declaredPrefix(key, PERSONAL_ROWS) === undefined)
    .map(({ key }) => key);
  expect(undeclared).toEqual([]);
});
