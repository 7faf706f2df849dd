import { installFakeForge } from '../../../test/support/fake-forge';
import { request } from '../../../test/support/samples';
import { transact } from '../../platform/storage/transact';
import { isOrdered } from './is-ordered';
import { requestWrites } from './store';

beforeEach(() => void installFakeForge('alice'));

test('an item is ordered from its first request on', async () => {
  expect(await isOrdered('laptop')).toBe(false);
  await transact(requestWrites(null, request()));
  expect(await isOrdered('laptop')).toBe(true);
  expect(await isOrdered('phone')).toBe(false);
});
