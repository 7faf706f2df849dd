import { kvs } from '@forge/kvs';
import { beforeEach, expect, it } from '@jest/globals';
import { type FakeForge, installFakeForge } from '../../../test/support/fake-forge';
import { AppFailure } from '../../kernel/errors';
import { readKey } from './read-key';

let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('ann');
});

const stored = async (key: string, value: unknown) => {
  await kvs.set(key, value);
  forge.kvs.calls.length = 0;
};
const paths = () => forge.kvs.calls.map((path) => path.replace('/api/v1', ''));

it('reads in one request what is asked for in the same moment, each key once', async () => {
  await stored('a', { n: 1 });
  const read = await Promise.all([
    readKey({ key: 'a' }),
    readKey({ key: 'b' }),
    readKey({ key: 'a' }),
    readKey({ key: 'a', entityName: 'request' }),
  ]);
  expect(read).toEqual([{ n: 1 }, undefined, { n: 1 }, undefined]);
  expect(paths()).toEqual(['/batch/get']);
});

it('reads one alone as it is, and what is asked for later anew', async () => {
  await stored('a', 1);
  expect([await readKey({ key: 'a' }), await readKey({ key: 'a' })]).toEqual([1, 1]);
  expect(paths()).toEqual(['/get', '/get']);
});

it('asks for no more than an answer can hold', async () => {
  await Promise.all(Array.from({ length: 23 }, (_, index) => readKey({ key: `k${index}` })));
  expect(paths()).toEqual(['/batch/get', '/batch/get', '/batch/get']);
});

it('fails for the one that could not be read, and for no other', async () => {
  await stored('a', 1);
  forge.kvs.refusedKeys.add('b');
  const [a, b] = await Promise.allSettled([readKey({ key: 'a' }), readKey({ key: 'b' })]);
  expect(a).toMatchObject({ status: 'fulfilled', value: 1 });
  expect(b).toMatchObject({ status: 'rejected', reason: { code: 'STORAGE_BUSY' } });
  expect(b.status === 'rejected' && b.reason instanceof AppFailure).toBe(true);
});

it('fails for all when the request fails', async () => {
  forge.kvs.before = () => ({ status: 429, body: { code: 'RATE_LIMIT', message: 'Too many requests' } });
  const both = await Promise.allSettled([readKey({ key: 'a' }), readKey({ key: 'b' })]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
