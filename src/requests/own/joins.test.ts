import { installFakeForge } from '../../../test/support/fake-forge';
import { openDirectory } from '../../../test/support/carried';
import { bySelf } from '../../../test/support/request-world';
import { content, field, published, request } from '../../../test/support/samples';
import { FOR_ALL, NOBODY } from '../../catalog/domain/audience/entitlement';
import type { ItemContent, PublishedItem } from '../../catalog/domain/model';
import { notFound } from '../../kernel/errors';
import type { IssueNow } from '../../platform/jira/issues/issues-now';
import { transact } from '../../platform/storage/transact';
import type { RequestDocument } from '../domain/model';
import { mailEnded } from '../ended-mail';
import { askersOf, setJoined } from './joins';
import { readFollows } from './own-follows';
import { colleaguesLike, joinedBy } from './similar-requests';
import { readRequest, requestWrites } from '../records/store';
import { SWEEP_MS } from '../../work/in-turns';
import { tellJoined } from './tell-joined';
import { getRequest } from '../reading/get-request';

const NOW = Date.parse('2026-03-20T10:00:00Z');
const SHARING = { joining: { shows: 'why' } } as const;
const person = (accountId: string) => ({ accountId, now: NOW, groups: async () => [] });
const boris = person('boris');
const SAID = 'The printer on the third floor jams';

async function keep(...documents: readonly RequestDocument[]): Promise<void> {
  for (const doc of documents) {
    const before = await readRequest(doc.id);
    await transact(requestWrites(before, { ...doc, rev: (before?.rev ?? 0) + 1 }));
  }
}

/** A request of alice's that says something about a printer. */
const jam = (over: Partial<RequestDocument> = {}) => request({ answers: { why: SAID }, ...over });

interface Jira {
  status?: string;
  reporter?: string;
  readonly seen?: readonly string[];
  readonly levelled?: readonly string[];
}

let forge: ReturnType<typeof installFakeForge>;

/** What the item says now; what it said when requests were sent; what Jira says of their work items. */
function world(over: Partial<ItemContent> = SHARING, jira: Jira = {}, sent = over) {
  forge = installFakeForge('boris');
  const [now, then] = [published(over, 2), published(sent, 1)];
  const issue = (id: string): IssueNow => ({
    id,
    key: `IT-${id}`,
    summary: 'Secret summary of Alice',
    status: { id: jira.status ?? '1', category: 'indeterminate' },
    reporter: jira.reporter ?? 'alice',
    updated: '2026-03-19T10:00:00.000+0000',
    isAssigned: true,
  });
  return {
    findItem: async (id: string): Promise<PublishedItem> =>
      id === 'laptop' ? now : Promise.reject(notFound('This item')),
    itemInVersion: async (_: string, version: number) => (version === 1 ? then : now),
    publishedItem: async () => now,
    maySee: bySelf,
    issuesNow: async (ids: readonly string[]) => new Map(ids.map((id) => [id, issue(id)])),
    withLevel: async () => new Set(jira.levelled ?? []),
    mayBrowse: async () => new Set(jira.seen ?? []),
    namesOf: async (ids: readonly string[]) => new Map(ids.map((id) => [id, `Name of ${id}`])),
    promisesOf: async (ids: readonly string[]) =>
      new Map(
        ids.map((id) => [
          id,
          [
            {
              ...{ metricId: 'delivery', name: { en: 'Delivery' }, state: 'paused' as const },
              pauseReason: 'Alice is ill',
              moved: [{ at: 1, code: 'extended', params: { reason: 'Alice is ill' } }],
            },
          ],
        ]),
      ),
    publicComments: async () => [],
  };
}
type World = ReturnType<typeof world>;

const similar = async (ports: World, text = 'printer jams third floor', who = boris) =>
  colleaguesLike(await ports.publishedItem(), { why: text }, who, ports);

describe('open requests of colleagues that say nearly the same', () => {
  it('are shown by the answer that the item shares, and nothing else of them', async () => {
    const ports = world();
    await keep(jam({ answers: { why: SAID, due: '2026-04-01' } }));
    const rows = await similar(ports);
    expect(rows).toEqual([
      {
        ...{ id: 'request-1', itemId: 'laptop', itemName: content().name, summary: SAID, joined: false },
        stage: { id: 'received', name: content().stages[0]?.name, kind: 'open' },
        ...{ actor: 'paused', receivedAt: '2026-03-10T10:00:00.000Z' },
        promise: { metricId: 'delivery', name: { en: 'Delivery' }, state: 'paused', moved: [] },
      },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/alice|IT-|Secret|2026-04-01/i);
  });

  it('say whose they are, and which work item, to those whom Jira lets open it', async () => {
    const ports = world(SHARING, { seen: ['100'] });
    await keep(jam());
    expect(await similar(ports)).toMatchObject([{ issueKey: 'IT-100', by: 'Name of alice' }]);
  });

  it.each<[string, Partial<ItemContent>, Jira, Partial<ItemContent>?]>([
    ['the item lets nobody join', {}, {}],
    ['it did not when the request was sent', SHARING, {}, {}],
    ['it does not any more', {}, {}, SHARING],
    [
      'its work items get a security level',
      {
        ...SHARING,
        fulfilment: {
          ...content().fulfilment,
          mappings: [{ jiraField: 'security', source: { kind: 'constant', value: '1' } }],
        },
      },
      {},
    ],
    ['its work item got one', SHARING, { levelled: ['100'] }],
    ['Jira names somebody else as its reporter', SHARING, { reporter: 'maria' }],
    ['it is resolved in Jira already', SHARING, { status: '3' }],
    [
      'the item is not for them any more',
      { ...SHARING, entitlement: { ...FOR_ALL, availableFor: { ...NOBODY, users: ['maria'] } } },
      {},
      SHARING,
    ],
  ])('are not shown where %s', async (_, over, jira, ...[sent]) => {
    const ports = world(over, jira, sent);
    await keep(jam());
    expect(await similar(ports)).toEqual([]);
    await expect(setJoined('request-1', true, boris, ports)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are shown although another one can’t be read', async () => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const ports = world();
    await keep(jam(), jam({ id: 'request-2' }), jam({ id: 'request-3' }));
    for (const key of ['request\0request-2', '\0request:request-3'])
      forge.kvs.rows.set(key, { ...Object(forge.kvs.rows.get(key)), doc: {}, rev: 'torn' });
    expect((await similar(ports)).map(({ id }) => id)).toEqual(['request-1']);
  });

  it('are not one’s own, not over, not of last year, and not about something else', async () => {
    const ports = world();
    await keep(
      jam({ id: 'own', requester: 'boris', beneficiary: 'boris', issueId: '1' }),
      jam({ id: 'for-me', beneficiary: 'boris', issueId: '2' }),
      jam({ id: 'over', state: 'closed', issueId: '3' }),
      jam({ id: 'resolved', resolvedAt: '2026-03-19T10:00:00.000Z', issueId: '4' }),
      jam({ id: 'old', receivedAt: '2025-03-10T10:00:00.000Z', issueId: '5' }),
      jam({ id: 'other', answers: { why: 'A chair for the meeting room' }, issueId: '6' }),
      jam({ id: 'item', itemId: 'chair', issueId: '7' }),
    );
    expect(await similar(ports)).toEqual([]);
  });

  it('can’t be probed by what their other answers say', async () => {
    const form = [field('why', { required: true }), field('more')];
    const ports = world({ ...SHARING, form });
    await keep(jam({ answers: { why: SAID, more: 'salary dispute with my manager' } }));
    expect(await similar(ports, 'salary dispute manager')).toEqual([]);
  });

  it('say how many joined from five on', async () => {
    const ports = world();
    await keep(jam());
    for (const who of ['a', 'b', 'c', 'd']) await setJoined('request-1', true, person(who), ports);
    expect((await similar(ports))[0]).not.toHaveProperty('count');
    await setJoined('request-1', true, person('e'), ports);
    expect((await similar(ports))[0]).toMatchObject({ count: 5 });
  });
});

describe('joining', () => {
  it('is once however often, makes no request, and is undone', async () => {
    const ports = world();
    await keep(jam());
    await setJoined('request-1', true, boris, ports);
    await setJoined('request-1', true, boris, ports);
    expect(await joinedBy(boris, ports)).toMatchObject([{ id: 'request-1', summary: SAID, joined: true }]);
    const seen = await getRequest('request-1', person('alice'), ports);
    expect(seen.joined).toEqual(['Name of boris']);
    await setJoined('request-1', false, boris, ports);
    expect(await joinedBy(boris, ports)).toEqual([]);
    expect((await getRequest('request-1', person('alice'), ports)).joined).toEqual([]);
  });

  it('opens nothing of the request beyond what is shared', async () => {
    const ports = world();
    await keep(jam());
    await setJoined('request-1', true, boris, ports);
    await expect(getRequest('request-1', boris, ports)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['gone', 'own', 'closed'])('is refused for one that is %s', async (id) => {
    const ports = world();
    await keep(
      jam({ id: 'own', requester: 'boris', beneficiary: 'boris' }),
      jam({ id: 'closed', state: 'closed' }),
    );
    await expect(setJoined(id, true, boris, ports)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('ends to be shown once the request is closed to them, and can still be left', async () => {
    const jira: Jira = {};
    const ports = world(SHARING, jira);
    await keep(jam());
    await setJoined('request-1', true, boris, ports);
    jira.reporter = 'maria';
    expect(await joinedBy(boris, ports)).toEqual([]);
    await setJoined('request-1', false, boris, ports);
  });

  it('leaves the first of more than fifty', async () => {
    const ports = world();
    const all = Array.from({ length: 51 }, (_, at) => jam({ id: `r-${at}`, issueId: `${at}` }));
    await keep(...all);
    for (const { id } of all) await setJoined(id, true, boris, ports);
    expect(await joinedBy(boris, ports)).toHaveLength(50);
    expect((await getRequest('r-0', person('alice'), ports)).joined).toEqual([]);
    expect((await getRequest('r-50', person('alice'), ports)).joined).toEqual(['Name of boris']);
  });

  it('is counted for the known problem that the work item is', async () => {
    const ports = world();
    await keep(jam());
    await setJoined('request-1', true, boris, ports);
    const { issueRows, issueRowKey } = await import('../../platform/storage/issue-row');
    const { issueRowOf } = await import('../records/request-of-issue');
    await transact([issueRows.write(issueRowKey('100'), issueRowOf(jam(), published(SHARING)), 'any')]);
    expect(await askersOf('100')).toEqual(['alice', 'boris']);
    expect(await askersOf('7')).toEqual([]);
  });
});

describe('those who joined', () => {
  function telling(ports: World, groups: readonly string[] | null = []) {
    const mailed: unknown[] = [];
    return {
      mailed,
      tell: () =>
        tellJoined(NOW, {
          ...ports,
          groupsOf: async () => groups,
          mail: async (people, { issueKey, undone }) => void mailed.push({ people, issueKey, undone }),
        }),
    };
  }

  it.each([
    ['done', '3', { resolvedAt: '2026-03-20T09:00:00.000Z' }, false],
    ['cancelled', '5', { state: 'closed' }, true],
  ] as const)('are told once that it is %s, on their home and by mail', async (_, status, over, undone) => {
    const jira: Jira = {};
    const ports = world(SHARING, jira);
    await keep(jam());
    await setJoined('request-1', true, boris, ports);
    const { mailed, tell } = telling(ports);
    expect(await tell()).toBe(0);
    jira.status = status;
    await keep(jam(over));
    expect(await tell()).toBe(1);
    expect(mailed).toEqual([{ people: ['boris'], issueKey: 'IT-1', undone }]);
    const { solved } = await readFollows('boris', NOW);
    expect(solved).toEqual([{ id: 'request-1', name: content().name, ...(undone && { undone: true }) }]);
    expect(await tell()).toBe(0);
    expect(await joinedBy(boris, ports)).toEqual([]);
  });

  it('are told nothing once the item is not for them any more, or nobody can say it is', async () => {
    const entitlement = { ...FOR_ALL, availableFor: { ...NOBODY, groups: ['staff'] } };
    const staff = { ...boris, groups: async () => ['staff'] };
    for (const groups of [[], null]) {
      const ports = world({ ...SHARING, entitlement });
      await keep(jam());
      await setJoined('request-1', true, staff, ports);
      await keep(jam({ state: 'closed' }));
      const { mailed, tell } = telling(ports, groups);
      expect(await tell()).toBe(0);
      expect(mailed.flatMap((each) => (each as { people: unknown[] }).people)).toEqual([]);
      expect((await readFollows('boris', NOW)).solved).toEqual([]);
    }
  });

  it('are told later of a request that can’t be read now, or whose item can’t, and others are told meanwhile', async () => {
    for (const level of ['warn', 'error'] as const)
      jest.spyOn(console, level).mockImplementation(() => undefined);
    const ports = world();
    const [spoiled, untold, fine] = ['request-1', 'request-2', 'request-3'];
    for (const id of [spoiled, untold, fine]) {
      await keep(jam({ id }));
      await setJoined(id, true, boris, ports);
      await keep(jam({ id, state: 'closed', itemVersion: id === untold ? 2 : 1 }));
    }
    const key = [...forge.kvs.rows.keys()].find(
      (each) => each.endsWith(spoiled) && each.startsWith('request'),
    )!;
    const row = forge.kvs.rows.get(key);
    forge.kvs.rows.set(key, { ...Object(row), doc: {} });
    const itemInVersion = (_: string, version: number) =>
      version === 2 ? Promise.reject(new Error('spoiled')) : ports.itemInVersion(_, version);
    expect(await telling({ ...ports, itemInVersion }).tell()).toBe(1);
    forge.kvs.rows.set(key, row);
    expect(await telling(ports).tell()).toBe(2);
    expect((await readFollows('boris', NOW)).solved).toHaveLength(3);
  });

  it('are told although more than a sweep takes can’t be told of, however these stand in its way', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const ports = world();
    const untold = Array.from({ length: 60 }, (_, at) => `request-${100 + at}`);
    for (const id of [...untold, 'request-900']) {
      await keep(jam({ id, state: 'closed', itemVersion: id === 'request-900' ? 1 : 2 }));
      const row = { kind: 'set', key: `joined:${id}:boris`, value: { schema: 1 } } as const;
      await transact([row, { kind: 'set', key: `joins:${id}`, value: { schema: 1 } }]);
    }
    const itemInVersion = (_: string, version: number) =>
      version === 2 ? Promise.reject(new Error('spoiled')) : ports.itemInVersion(_, version);
    const told: number[] = [];
    for (const sweep of [0, 1])
      told.push(
        await tellJoined(NOW + sweep * SWEEP_MS, {
          ...{ ...ports, itemInVersion, groupsOf: async () => [] },
          mail: async () => undefined,
        }),
      );
    expect(told.toSorted()).toEqual([0, 1]);
  });

  it('are told on their home although the mail fails', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const ports = world();
    await keep(jam());
    await setJoined('request-1', true, boris, ports);
    await keep(jam({ state: 'closed' }));
    const mail = () => Promise.reject(new Error('no mail'));
    expect(await tellJoined(NOW, { ...ports, groupsOf: async () => [], mail })).toBe(1);
    expect((await readFollows('boris', NOW)).solved).toHaveLength(1);
  });

  it('are mailed in their language, if they may see the work item', async () => {
    const sent: unknown[] = [];
    const over = { name: { en: 'Laptop', ru: 'Ноутбук' }, issueKey: 'IT-1' };
    const russian = {
      ...openDirectory,
      people: async (ids: readonly string[]) =>
        new Map(ids.map((id) => [id, { active: true, name: id, language: 'ru' }])),
    };
    await mailEnded(['boris'], over, 'joinedUndone', russian, async (...mail) => void sent.push(mail));
    expect(sent).toEqual([
      [
        'IT-1',
        expect.objectContaining({ users: ['boris'] }),
        'Закрыта без выполнения: Ноутбук',
        expect.stringContaining('Ноутбук'),
      ],
    ]);
    const shut = { ...openDirectory, viewers: async () => new Set<string>(), tellsViewers: async () => true };
    await mailEnded(['boris'], over, 'joinedDone', shut, async (...mail) => void sent.push(mail));
    expect(sent).toHaveLength(1);
  });
});
