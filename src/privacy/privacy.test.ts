import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { PERSONAL_ROWS } from '../entry/scheduled/personal-rows';
import { accountsIn } from '../kernel/former-people';
import * as v from 'valibot';
import { readBlob, writeBlob } from '../platform/storage/blobs';
import { bodyWrite } from '../platform/storage/packed';
import { type FakeForge, installFakeForge } from '../../test/support/fake-forge';
import { reportPorts } from './forge-ports';
import { reportPeople, type ReportPorts } from './report-people';
import type { ReportState } from './state';

const id = (n: number): string => `712020:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 28);

/** A site of rows that name people; whoever has the number 2 is closed. */
const setUp = (places: readonly (readonly unknown[][])[]) => {
  const reported: string[][] = [];
  const erased: { readonly key: string; readonly marks: readonly string[] }[] = [];
  const memory: { state: ReportState | null } = { state: null };
  const ports: ReportPorts = {
    places: places.length,
    page: async (place, cursor) => {
      const at = Number(cursor ?? 0);
      const pages = places[place] ?? [];
      const rows = (pages[at] ?? []).map((row, n) => ({ key: `${at}.${n}`, text: JSON.stringify(row) }));
      return { rows, cursor: at + 1 < pages.length ? String(at + 1) : undefined };
    },
    report: async (accounts) => {
      reported.push(accounts.map(({ accountId }) => accountId));
      return accounts.flatMap(({ accountId }) =>
        accountId === id(2) ? [{ accountId, status: 'closed' as const }] : [],
      );
    },
    erase: async (place, key, former) =>
      void erased.push({ key: `${place}/${key}`, marks: [...former.values()] }),
    read: async () => memory.state,
    write: async (state) => void (memory.state = state),
  };
  return { ports, reported, erased, memory };
};

it('finds accounts in values and keys, in every form, and nothing that only looks like one', () => {
  const stored = [
    { key: `draft:${id(1)}:laptop`, value: { approvers: ['5b10a2844c20165700ede21f'] } },
    { by: `qm:${'a'.repeat(8)}-0000-4000-8000-000000000000:${'b'.repeat(8)}-0000-4000-8000-000000000000` },
    { by: '70121:00000000-0000-4000-8000-000000000001' },
    { requestId: '00000000-0000-4000-8000-000000000009', hash: 'f'.repeat(40) },
  ];
  expect([...accountsIn(JSON.stringify(stored))]).toHaveLength(4);
});

it('reports every account once a run, and erases those that are closed', async () => {
  const { ports, reported, erased, memory } = setUp([
    [[{ by: id(1) }], [{ by: id(1) }, { by: id(2) }]],
    [[{ to: id(3) }], [{ to: id(2) }]],
  ]);
  await reportPeople(ports, NOW);
  expect(reported).toEqual([[id(1)], [id(2)], [id(3)]]);
  expect(erased.map(({ key }) => key)).toEqual(['0/1.1', '1/1.0']);
  expect(memory.state).toEqual({ schema: 1, place: 0, doneAt: NOW, erased: erased[0]?.marks });
});

it('goes on over several nights with one mark for each, and keeps no way back from it', async () => {
  const pages = Array.from({ length: 250 }, () => [{ by: id(2) }]);
  const { ports, erased, memory } = setUp([pages]);
  await reportPeople(ports, NOW);
  expect(memory.state?.doneAt).toBeUndefined();
  expect(JSON.stringify(memory.state)).not.toContain(id(2));
  await reportPeople(ports, NOW + DAY);
  expect(erased).toHaveLength(250);
  expect(new Set(erased.flatMap(({ marks }) => marks)).size).toBe(1);
  expect(memory.state).not.toHaveProperty('salt');
});

it('forgets who was closed once nothing names them any more', async () => {
  const pages = [[[{ by: id(2) }], [{ by: id(1) }]]];
  const { ports, memory } = setUp(pages);
  await reportPeople(ports, NOW);
  expect(memory.state?.erased).toHaveLength(1);
  pages[0] = [[{ by: id(1) }]];
  await reportPeople(ports, NOW + 7 * DAY);
  expect(memory.state?.erased).toEqual([]);
});

it('goes on with the other rows when one can not be written', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { ports, erased, memory } = setUp([[[{ by: id(2) }, { by: id(2) }]]]);
  const erase: ReportPorts['erase'] = (place, key, former) =>
    key === '0.0' ? Promise.reject(new Error('busy')) : ports.erase(place, key, former);
  await reportPeople({ ...ports, erase }, NOW);
  expect(erased.map(({ key }) => key)).toEqual(['0/0.1']);
  expect(memory.state?.doneAt).toBe(NOW);
});

describe('what is stored', () => {
  let forge: FakeForge;
  let ports: ReportPorts;
  const plain = () => PERSONAL_ROWS.filter((rows) => 'entity' in rows).length;
  const former = new Map([[id(4), 'former:0123456789abcdef']]);
  const eraseAll = async () => {
    for (const { key } of (await ports.page(plain(), undefined)).rows)
      await ports.erase(plain(), key, former);
  };
  beforeEach(() => {
    forge = installFakeForge('app');
    ports = reportPorts(PERSONAL_ROWS);
  });

  it('is read from packed bodies, and packed again without them', async () => {
    const write = bodyWrite('item:laptop:v:1', { owner: id(4), name: 'Laptop' });
    if (write.kind === 'set') forge.kvs.rows.set(`\0${write.key}`, write.value);
    const found = async () => (await ports.page(plain(), undefined)).rows.map(({ text }) => text);
    expect([...accountsIn((await found()).join())]).toEqual([id(4)]);
    await eraseAll();
    expect(await found()).toEqual(['{"owner":"former:0123456789abcdef","name":"Laptop"}']);
    expect(forge.kvs.rows.get('\0item:laptop:v:1')).toEqual({ packed: expect.any(String) as string });
  });

  it('is read from documents in chunks, where an id may be cut in two', async () => {
    const schema = v.object({ text: v.string(), by: v.string() });
    // The id begins three signs before the end of the first chunk.
    const text = 'x'.repeat(60_000 - '{"text":"","by":"'.length - 3);
    await writeBlob('sla:changes', { text, by: id(4), more: 'y'.repeat(30_000) }, 'v1');
    expect([...forge.kvs.rows.keys()].some((key) => key.includes(':chunk:'))).toBe(true);
    expect([...forge.kvs.rows.values()].some((value) => JSON.stringify(value).includes(id(4)))).toBe(false);
    await eraseAll();
    expect(await readBlob('sla:changes', schema)).toEqual({ text, by: 'former:0123456789abcdef' });
    expect([...forge.kvs.rows.keys()].filter((key) => key.includes(':chunk:v1'))).toEqual([]);
  });

  it('goes where it stands under a key of theirs, and only they are taken out of what is others’', async () => {
    forge.kvs.rows.set(`\0draft:${id(4)}:laptop`, { answers: { why: 'My own words' } });
    forge.kvs.rows.set(`\0draft:${id(5)}:laptop`, { answers: { boss: id(4) } });
    await eraseAll();
    expect([...forge.kvs.rows]).toEqual([
      [`\0draft:${id(5)}:laptop`, { answers: { boss: 'former:0123456789abcdef' } }],
    ]);
  });

  it('is not overwritten with what was read before it changed', async () => {
    forge.kvs.rows.set('document\0sla', { id: 'sla', rev: 1, doc: {} });
    forge.kvs.rows.set('\0sla:changes', { by: id(4) });
    let changed = false;
    forge.kvs.before = (path) => {
      if (path !== '/api/v1/transaction' || changed) return undefined;
      changed = true;
      forge.kvs.rows.set('document\0sla', { id: 'sla', rev: 2, doc: {} });
      forge.kvs.rows.set('\0sla:changes', { by: id(4), newer: true });
      return undefined;
    };
    await eraseAll();
    expect(forge.kvs.rows.get('\0sla:changes')).toEqual({ by: 'former:0123456789abcdef', newer: true });
  });
});

it('is made again within seven days, and not sooner than needed', async () => {
  const { ports, reported } = setUp([[[{ by: id(1) }]]]);
  for (let day = 0; day <= 7; day += 1) await reportPeople(ports, NOW + day * DAY);
  expect(reported).toHaveLength(2);
});

it('goes on the next night where a large site ended the last', async () => {
  const pages = Array.from({ length: 250 }, (_, n) => [{ by: id(n) }]);
  const { ports, reported, memory } = setUp([pages]);
  await reportPeople(ports, NOW);
  expect(memory.state?.doneAt).toBeUndefined();
  await reportPeople(ports, NOW + DAY);
  expect(memory.state?.doneAt).toBe(NOW + DAY);
  expect(new Set(reported.flat()).size).toBe(250);
});

it('has every entity that the manifest declares declared once by who writes to it', () => {
  const { app } = parse(readFileSync('manifest.yml', 'utf8')) as {
    app: { storage: { entities: readonly { name: string }[] } };
  };
  const declared = PERSONAL_ROWS.flatMap((rows) => ('entity' in rows ? [rows.entity] : []));
  expect(declared.toSorted()).toEqual(app.storage.entities.map(({ name }) => name).toSorted());
});
