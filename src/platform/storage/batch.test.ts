import * as v from 'valibot';
import { type FakeForge, installFakeForge } from '../../../test/support/fake-forge';
import { deleteBlob, readBlob, writeBlob } from './blobs';
import { entityStore, orThrow } from './entities';
import { readTogether } from './together';

const schema = v.object({ text: v.string() });
const rowSchema = v.object({ id: v.string(), rev: v.number() });
const rows = entityStore({ name: 'row', schema: rowSchema, attributes: ({ rev }) => ({ rev }) });
let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('alice');
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => void jest.restoreAllMocks());

const busy = { code: 'STORAGE_BUSY', retryable: true };

describe('a key that a batch could not read', () => {
  beforeEach(async () => {
    await rows.put('1', { id: '1', rev: 1 }, 'any');
    await writeBlob('large', { text: 'a'.repeat(200_000) }, '1');
  });
  const together = () =>
    readTogether({
      one: { entity: 'row', key: '1', schema: rowSchema },
      two: { entity: 'row', key: '2', schema: rowSchema },
    });

  it.each(['1', '2'])('is never taken for a missing one: a row read with others (%s)', async (key) => {
    expect(await together()).toEqual({ one: { id: '1', rev: 1 }, two: null });
    forge.kvs.refusedKeys.add(key);
    await expect(together()).rejects.toMatchObject(busy);
  });

  it('is never taken for a missing row among many', async () => {
    expect([...(await rows.getMany(['1', '2'])).keys()]).toEqual(['1']);
    forge.kvs.refusedKeys.add('2');
    await expect(rows.getMany(['1', '2'])).rejects.toMatchObject(busy);
  });

  it('is never taken for a missing part of a large document, nor left behind unnoticed', async () => {
    forge.kvs.refusedKeys.add('large:chunk:1:2');
    await expect(readBlob('large', schema)).rejects.toMatchObject(busy);
    await expect(deleteBlob('large')).rejects.toMatchObject(busy);
  });
});

it('is told from a missing one when it is there and can not be read: only who needs it fails', async () => {
  await rows.put('1', { id: '1', rev: 1 }, 'any');
  forge.kvs.rows.set('row\0broken', { rev: 1, doc: { id: 5 } });
  const { fine, broken, none } = await readTogether({
    fine: { entity: 'row', key: '1', schema: rowSchema },
    broken: { entity: 'row', key: 'broken', schema: rowSchema },
    none: { entity: 'row', key: 'none', schema: rowSchema },
  });
  expect([fine, none]).toEqual([{ id: '1', rev: 1 }, null]);
  expect(broken).toMatchObject({ code: 'STORAGE_CORRUPT', retryable: false });
  expect(() => orThrow(broken)).toThrow();
});

it('reads a large document anew when it was written again meanwhile', async () => {
  await writeBlob('large', { text: 'a'.repeat(200_000) }, '1');
  const stale = forge.kvs.rows.get('\0large');
  await writeBlob('large', { text: 'b'.repeat(200_000) }, '2');
  const fresh = forge.kvs.rows.get('\0large');
  for (const key of [...forge.kvs.rows.keys()].filter((each) => each.includes(':chunk:1:')))
    forge.kvs.rows.delete(key);
  forge.kvs.rows.set('\0large', stale);
  const handle = forge.kvs.handle.bind(forge.kvs);
  forge.kvs.handle = (path, body) => {
    const answer = handle(path, body);
    forge.kvs.rows.set('\0large', fresh);
    return answer;
  };
  expect((await readBlob('large', schema))?.text).toBe('b'.repeat(200_000));
});
