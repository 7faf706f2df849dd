import * as v from 'valibot';
import { type FakeForge, installFakeForge } from '../../../test/support/fake-forge';
import { blobWrites, deleteBlob, dropChunks, readBlob, readHead, readRebuildable, writeBlob } from './blobs';
import { corruptDocuments } from './corrupt-documents';
import { advanceSingleton, readDocument } from './documents';
import { transact } from './transact';

const schema = v.object({ text: v.string() });
let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('alice', true, crypto.randomUUID());
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});

it('reads a small document in one call', async () => {
  await writeBlob('b', { text: 'small' }, '1');
  forge.kvs.calls.length = 0;
  expect(await readBlob('b', schema)).toEqual({ text: 'small' });
  expect(forge.kvs.calls).toEqual(['/api/v1/get']);
});

it('keeps a large document in chunks, three-byte characters included', async () => {
  const text = 'ж€'.repeat(150_000);
  await writeBlob('b', { text }, '1');
  expect(await readBlob('b', schema)).toEqual({ text });
});

it('never mixes two generations, and drops the old one when told', async () => {
  await writeBlob('b', { text: 'a'.repeat(200_000) }, '1');
  const former = await readHead('b');
  await writeBlob('b', { text: 'b'.repeat(200_000) }, '2');
  await dropChunks('b', former);
  expect((await readBlob('b', schema))?.text).toBe('b'.repeat(200_000));
  expect([...forge.kvs.rows.keys()].filter((key) => key.includes(':chunk:1:'))).toEqual([]);
});

describe('missing, torn, of another shape, and empty are four answers', () => {
  const corrupt = { code: 'STORAGE_CORRUPT', retryable: false };

  beforeEach(() => {
    forge.kvs.rows.set('\0torn', { chunks: 2, generation: '1' });
    forge.kvs.rows.set('\0odd', { text: 5 });
    forge.kvs.rows.set('\0empty', { text: '' });
  });

  it('tells them apart', async () => {
    expect(await readBlob('none', schema)).toBeNull();
    expect(await readBlob('empty', schema)).toEqual({ text: '' });
    await expect(readBlob('torn', schema)).rejects.toMatchObject(corrupt);
    await expect(readBlob('odd', schema)).rejects.toMatchObject(corrupt);
  });

  it('takes what can be made anew for missing, and counts it all the same', async () => {
    expect(await readRebuildable('odd', schema)).toBeNull();
    expect(await readRebuildable('torn', schema)).toBeNull();
    expect(await corruptDocuments()).toEqual(
      new Map([
        ['odd', 1],
        ['torn', 1],
      ]),
    );
  });

  it('does not take what could not be asked for as made anew', async () => {
    forge.kvs.before = () => ({ status: 429, body: { code: 'RATE_LIMIT_EXCEEDED', message: 'busy' } });
    await expect(readRebuildable('odd', schema)).rejects.toMatchObject({ code: 'STORAGE_BUSY' });
  });
});

it('refuses a document that could not be stored', () => {
  expect(() => blobWrites('b', { text: 'x'.repeat(1_300_000) }, '1')).toThrow(RangeError);
});

it('deletes the document and its chunks', async () => {
  await writeBlob('b', { text: 'a'.repeat(200_000) }, '1');
  await deleteBlob('b');
  expect(forge.kvs.rows.size).toBe(0);
});

it('moves a singleton only from the version that was read', async () => {
  expect(await readDocument('catalog')).toBeNull();
  expect(await transact([advanceSingleton('catalog', 0), ...blobWrites('b', { text: '1' }, '1')])).toBe(
    'done',
  );
  expect(await transact([advanceSingleton('catalog', 0), ...blobWrites('b', { text: 'late' }, '2')])).toBe(
    'conflict',
  );
  expect(await readBlob('b', schema)).toEqual({ text: '1' });
  expect((await readDocument('catalog'))?.rev).toBe(1);
});
