import { installFakeForge } from '../../test/support/fake-forge';
import { catalog, category, draftItem, service } from '../../test/support/samples';
import { changeCatalog, itemWrites, publishItem, readItem, readTiles, readVersion } from '../catalog';
import { transact } from '../platform/storage/transact';
import { withdrawItem } from './withdraw-item';

const editor = { accountId: 'sergey', now: Date.parse('2026-03-02T10:00:00Z') };
beforeEach(async () => {
  installFakeForge('sergey');
  const structure = {
    catalogs: [catalog('it')],
    categories: [category('hardware')],
    offerings: [],
    pins: [],
    announcements: [],
    services: [service('workplace')],
  };
  await changeCatalog(async () => ({ structure, writes: [], result: undefined }));
  await transact(itemWrites(draftItem('laptop'), null));
  await publishItem('laptop', 1, editor, async () => () => ({ gone: new Set(), statusIds: null }));
});

test('an item that nobody has ordered goes without a trace, and asking again does no harm', async () => {
  expect(await withdrawItem('laptop', editor)).toBe('deleted');
  expect(await readItem('laptop')).toBeNull();
  expect(await readTiles()).toEqual([]);
  expect(await readVersion('laptop', 1)).toBeNull();
  expect(await withdrawItem('laptop', editor)).toBe('gone');
});

test('one that was ordered is retired, and its requests keep their form', async () => {
  expect(await withdrawItem('laptop', editor, async () => true)).toBe('retired');
  expect(await readItem('laptop')).toMatchObject({ state: 'retired' });
  expect(await readTiles()).toEqual([]);
  expect(await readVersion('laptop', 1)).toMatchObject({ id: 'laptop', version: 1 });
});
