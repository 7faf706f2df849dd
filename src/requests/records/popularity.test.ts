import { type FakeForge, installFakeForge } from '../../../test/support/fake-forge';
import { request } from '../../../test/support/samples';
import { countOrders, dropCounts } from './popularity';
import { writeRequest } from './update-request';

const DAY = 86_400_000;
const NOW = Date.parse('2026-03-20T10:00:00Z');

let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('alice');
});

const nobody = async () => [];
const counts = async (now: number) => (await countOrders(now, nobody)).items;

let made = 0;
async function order(itemId: string, daysAgo: number, state: 'open' | 'closed' = 'open'): Promise<string> {
  made += 1;
  const receivedAt = new Date(NOW - daysAgo * DAY).toISOString();
  await writeRequest(
    null,
    request({ id: `request-${made}`, itemId, receivedAt, state, issueId: String(made) }),
  );
  return receivedAt;
}

it('counts what was ordered in the last ninety days, open and closed', async () => {
  await order('a', 89);
  await order('a', 1, 'closed');
  await order('b', 91);
  expect(await counts(NOW)).toEqual({ a: 2 });
});

it('reads the requests of two days once the others are counted', async () => {
  await order('a', 40);
  await order('a', 1);
  await counts(NOW);
  await order('a', 0);
  expect(await counts(NOW)).toEqual({ a: 3 });
  // What was counted stands, whatever became of its request.
  for (const key of [...forge.kvs.rows.keys()]) if (key.startsWith('request\0')) forge.kvs.rows.delete(key);
  expect(await counts(NOW)).toEqual({ a: 1 });
});

it('drops a day that leaves the window', async () => {
  await order('a', 90);
  expect(await counts(NOW)).toEqual({ a: 1 });
  expect(await counts(NOW + DAY)).toEqual({});
});

it('counts a day anew that requests came to later', async () => {
  await counts(NOW);
  const received = await order('a', 30);
  expect(await counts(NOW)).toEqual({});
  await dropCounts([received]);
  expect(await counts(NOW)).toEqual({ a: 1 });
});
