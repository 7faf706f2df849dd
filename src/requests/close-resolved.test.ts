import { stepPorts } from '../../test/support/carried';
import { installFakeForge, type FakeForge } from '../../test/support/fake-forge';
import { request } from '../../test/support/samples';
import { transact } from '../platform/storage/transact';
import { sweepKind } from '../work/timers';
import { requestTimersWith } from './due-requests';
import type { RequestDocument } from './domain/model';
import { bodyKey, readRequest, requestWrites } from './records/store';

const NOW = Date.parse('2026-03-20T10:00:00Z');
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('alice');
  for (const level of ['warn', 'error'] as const) jest.spyOn(console, level).mockImplementation(() => {});
});

const resolved = (id: string, closesAt: number): RequestDocument =>
  request({ id, resolvedAt: '2026-03-11T10:00:00.000Z', closesAt: new Date(closesAt).toISOString() });

const requestTimers = requestTimersWith({
  ...stepPorts({ now: () => Date.now() }),
  carryOut: async () => ({}) as never,
});
const keep = (doc: RequestDocument) => transact(requestWrites(null, doc));
const stateOf = async (id: string) => (await readRequest(id))?.state;

async function sweepAt(at: number, due?: 'y' | 'f', quota = requestTimers.quota): Promise<number> {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(at);
  const count = await sweepKind({ ...requestTimers, quota }, at, due);
  clock.mockRestore();
  return count;
}

it('closes what was resolved and not reopened, in time', async () => {
  await keep(resolved('r', NOW + 4 * DAY));
  expect(await sweepAt(NOW)).toBe(0);
  expect(await sweepAt(NOW + 5 * DAY)).toBe(1);
  expect(await stateOf('r')).toBe('closed');
  expect(await sweepAt(NOW + 6 * DAY)).toBe(0);
});

it('closes the others on time, however many can not be closed', async () => {
  const broken = ['a', 'b', 'c'];
  const bodies = new Map<string, unknown>();
  for (const id of broken) {
    await keep(resolved(id, NOW));
    bodies.set(id, forge.kvs.rows.get(`\0${bodyKey(id)}`));
    forge.kvs.rows.set(`\0${bodyKey(id)}`, { schema: 9 });
  }
  await keep(resolved('whole', NOW + 7 * MINUTE));
  for (const minute of [1, 6]) await sweepAt(NOW + minute * MINUTE, 'y', 3);
  expect(await sweepAt(NOW + 11 * MINUTE, 'y', 3)).toBe(1);
  expect(await stateOf('whole')).toBe('closed');

  expect(await sweepAt(NOW + 15 * MINUTE, 'f')).toBe(3);
  expect(await sweepAt(NOW + 19 * MINUTE, 'f')).toBe(0);
  for (const [id, body] of bodies) forge.kvs.rows.set(`\0${bodyKey(id)}`, body);
  expect(await sweepAt(NOW + 30 * MINUTE, 'f')).toBe(3);
  expect(await readRequest('a')).toMatchObject({ state: 'closed' });
  expect(await readRequest('a')).not.toHaveProperty('putOff');
});
