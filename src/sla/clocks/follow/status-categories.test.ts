import { expect, it, jest } from '@jest/globals';
import { installFakeForge } from '../../../../test/support/fake-forge';
import { categoriesOfSite } from './status-categories';

it('keeps the category of a status that was deleted, and takes that of one that was changed as it is now', async () => {
  jest.useFakeTimers({ now: 0, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const forge = installFakeForge('app');
  const statuses = (categories: Readonly<Record<string, string>>) => () => ({
    status: 200,
    body: Object.entries(categories).map(([id, key]) => ({ id, name: id, statusCategory: { key } })),
  });
  forge.product = statuses({ '1': 'new', '10099': 'done' });
  expect(await categoriesOfSite()).toEqual({ '1': 'new', '10099': 'done' });
  forge.product = statuses({ '1': 'indeterminate' });
  jest.setSystemTime(11 * 60_000);
  expect(await categoriesOfSite()).toEqual({ '1': 'indeterminate', '10099': 'done' });
  jest.setSystemTime(22 * 60_000);
  expect(await categoriesOfSite()).toEqual({ '1': 'indeterminate', '10099': 'done' });
});

it('writes the same only once on a site with more statuses than are remembered', async () => {
  jest.useFakeTimers({ now: 100 * 60_000, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const forge = installFakeForge('app');
  const many = Array.from({ length: 4_010 }, (_, n) => String(n + 1));
  forge.product = () => ({
    status: 200,
    body: many.map((id) => ({ id, name: id, statusCategory: { key: 'new' } })),
  });
  expect(Object.keys(await categoriesOfSite())).toHaveLength(4_010);
  const stored = jest.spyOn(forge.kvs, 'handle');
  jest.setSystemTime(111 * 60_000);
  expect(Object.keys(await categoriesOfSite())).toHaveLength(4_010);
  expect(stored.mock.calls.filter(([path]) => /set|transact/.test(path))).toEqual([]);
});
