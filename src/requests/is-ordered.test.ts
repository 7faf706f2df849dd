import { installFakeForge } from '../../test/support/fake-forge';
import { transact } from '../platform/storage/transact';
import type { RequestDocument } from './domain/model';
import { isOrdered } from './is-ordered';
import { requestWrites } from './store';

const order: RequestDocument = {
  schema: 1,
  id: 'r1',
  rev: 1,
  itemId: 'laptop',
  itemVersion: 1,
  requester: 'alice',
  beneficiary: 'alice',
  channel: 'portal',
  approvals: [],
  answers: {},
  state: 'open',
  issueId: '100',
  issueKey: 'IT-1',
  receivedAt: '2026-03-01T10:00:00.000Z',
};

beforeEach(() => void installFakeForge('alice'));

test('an item is ordered from its first request on', async () => {
  expect(await isOrdered('laptop')).toBe(false);
  await transact(requestWrites(null, order));
  expect(await isOrdered('laptop')).toBe(true);
  expect(await isOrdered('phone')).toBe(false);
});
