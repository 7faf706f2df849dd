import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { accountsIn } from './accounts-in';
import { installFakeForge } from '../../test/support/fake-forge';
import { bodyWrite } from '../platform/storage/packed';
import { ENTITIES, reportPorts } from './live-ports';
import { reportPeople, type ReportPorts } from './report-people';
import type { ReportState } from './state';

const id = (n: number): string => `712020:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 28);

const setUp = (places: readonly (readonly unknown[][])[]) => {
  const reported: string[][] = [];
  const memory: { state: ReportState | null } = { state: null };
  const ports: ReportPorts = {
    places: places.length,
    page: async (place, cursor) => {
      const at = Number(cursor ?? 0);
      const pages = places[place] ?? [];
      return { rows: pages[at] ?? [], cursor: at + 1 < pages.length ? String(at + 1) : undefined };
    },
    report: async (accounts) => {
      reported.push(accounts.map(({ accountId }) => accountId));
      return accounts.flatMap(({ accountId }) =>
        accountId === id(2) ? [{ accountId, status: 'closed' as const }] : [],
      );
    },
    read: async () => memory.state,
    write: async (state) => void (memory.state = state),
  };
  return { ports, reported, memory };
};

it('finds accounts in values and keys, in every form, and nothing that only looks like one', () => {
  const stored = [
    { key: `draft:${id(1)}:laptop`, value: { approvers: ['5b10a2844c20165700ede21f'] } },
    { by: `qm:${'a'.repeat(8)}-0000-4000-8000-000000000000:${'b'.repeat(8)}-0000-4000-8000-000000000000` },
    { by: '70121:00000000-0000-4000-8000-000000000001' },
    { requestId: '00000000-0000-4000-8000-000000000009', hash: 'f'.repeat(40) },
  ];
  expect([...accountsIn(stored)]).toHaveLength(4);
});

it('reports every account once a run, and keeps those that were closed', async () => {
  const { ports, reported, memory } = setUp([
    [[{ by: id(1) }], [{ by: id(1) }, { by: id(2) }]],
    [[{ to: id(3) }]],
  ]);
  await reportPeople(ports, NOW);
  expect(reported).toEqual([[id(1)], [id(2)], [id(3)]]);
  expect(memory.state).toMatchObject({ doneAt: NOW, closed: [{ accountId: id(2), at: NOW }] });
});

it('forgets who was closed once nothing names them any more', async () => {
  const pages = [[[{ by: id(2) }], [{ by: id(1) }]]];
  const { ports, memory } = setUp(pages);
  await reportPeople(ports, NOW);
  expect(memory.state?.closed).toHaveLength(1);
  pages[0] = [[{ by: id(1) }]];
  await reportPeople(ports, NOW + 7 * DAY);
  expect(memory.state?.closed).toEqual([]);
});

it('does not find them in what it writes down itself', async () => {
  const forge = installFakeForge('app');
  const state: ReportState = { schema: 1, place: 0, doneAt: NOW, closed: [{ accountId: id(2), at: NOW }] };
  await reportPorts.write(state);
  forge.product = () => ({ status: 404 });
  expect((await reportPorts.page(ENTITIES.length, undefined)).rows).toEqual([]);
});

it('finds them also in bodies, which are packed', async () => {
  const forge = installFakeForge('app');
  const write = bodyWrite('item:laptop:v:1', { owner: id(4) });
  if (write.kind === 'set') forge.kvs.rows.set(`\0${write.key}`, write.value);
  const { rows } = await reportPorts.page(ENTITIES.length, undefined);
  expect([...accountsIn(rows)]).toEqual([id(4)]);
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

it('looks through every kind of row that the manifest declares', () => {
  const { app } = parse(readFileSync('manifest.yml', 'utf8')) as {
    app: { storage: { entities: readonly { name: string }[] } };
  };
  expect(app.storage.entities.map(({ name }) => name)).toEqual([...ENTITIES]);
});
