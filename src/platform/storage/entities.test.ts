import * as v from 'valibot';
import { type FakeForge, installFakeForge } from '../../../test/support/fake-forge';
import { corruptDocuments } from './corrupt-documents';
import { entityStore, readable } from './entities';
import { transact } from './transact';

interface Thing {
  readonly id: string;
  readonly rev: number;
  readonly state: string;
  readonly at: string;
}
const things = entityStore<Thing>({
  name: 'catalog-item',
  schema: v.object({ id: v.string(), rev: v.number(), state: v.string(), at: v.string() }),
  attributes: (doc) => ({ id: doc.id, rev: doc.rev, state: doc.state, updatedAt: doc.at }),
});
const thing = (id: string, over: Partial<Thing> = {}): Thing => ({
  id,
  rev: 1,
  state: 'draft',
  at: `2026-01-0${id}`,
  ...over,
});

let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('alice', true, crypto.randomUUID());
  jest.spyOn(console, 'warn').mockImplementation(() => {});
});

describe('compare and set', () => {
  it('creates a row once', async () => {
    expect(await things.put('1', thing('1'), 'absent')).toBe('done');
    expect(await things.put('1', thing('1', { state: 'other' }), { rev: 0 })).toBe('conflict');
    expect((await things.get('1'))?.state).toBe('draft');
  });

  it('writes over the revision it read and over no other', async () => {
    await things.put('1', thing('1'), 'absent');
    expect(await things.put('1', thing('1', { rev: 2 }), { rev: 1 })).toBe('done');
    expect(await things.put('1', thing('1', { rev: 2, state: 'late' }), { rev: 1 })).toBe('conflict');
    expect(await things.get('1')).toEqual(thing('1', { rev: 2 }));
  });

  it('writes all of a transaction or nothing', async () => {
    await things.put('1', thing('1'), 'absent');
    const outcome = await transact([
      things.write('2', thing('2'), 'absent'),
      things.write('1', thing('1'), 'absent'),
      { kind: 'set', key: 'plain', value: { a: 1 } },
    ]);
    expect(outcome).toBe('conflict');
    expect(await things.get('2')).toBeNull();
    expect(forge.kvs.rows.has('\0plain')).toBe(false);
  });
});

describe('reading', () => {
  it('answers null for a missing row and refuses one that does not fit its schema', async () => {
    expect(await things.get('nope')).toBeNull();
    forge.kvs.rows.set('catalog-item\u0000bad', { doc: { id: 1 } });
    await expect(things.get('bad')).rejects.toMatchObject({ code: 'STORAGE_CORRUPT', retryable: false });
  });

  it('pages through an index in order and leaves corrupt rows out', async () => {
    for (const id of ['3', '1', '2']) await things.put(id, thing(id), 'any');
    await things.put('4', thing('4', { state: 'published' }), 'any');
    forge.kvs.rows.set('catalog-item\u0000bad', { state: 'draft', updatedAt: '2026-01-02', doc: {} });
    const page = await things.query({ index: 'by-state', partition: ['draft'], limit: 2 });
    expect(page.docs.map((doc) => doc.id)).toEqual(['1', '2']);
    const all = await things.queryAll(
      { index: 'by-state', partition: ['draft'], newestFirst: true, limit: 1 },
      10,
    );
    expect(all.map((doc) => doc.id)).toEqual(['3', '2', '1']);
    expect(await corruptDocuments()).toEqual(new Map([['catalog-item', 1]]));
  });

  it('tells one of many that can not be read from one that is not there', async () => {
    await things.put('1', thing('1'), 'any');
    forge.kvs.rows.set('catalog-item\u0000bad', { doc: {} });
    const found = await things.getMany(['1', 'bad', 'none']);
    expect(found.get('1')).toEqual(thing('1'));
    expect(found.get('bad')).toMatchObject({ code: 'STORAGE_CORRUPT' });
    expect(found.has('none')).toBe(false);
    expect([...readable(found).keys()]).toEqual(['1']);
  });

  it('logs no key that may name a person', async () => {
    forge.kvs.rows.set('catalog-item\u0000712020:4d1f', { doc: {} });
    forge.kvs.rows.set('catalog-item\u000010042', { doc: {} });
    await things.getMany(['712020:4d1f', '10042']);
    const lines = jest.mocked(console.warn).mock.calls.map(([line]) => String(line));
    expect(lines.join()).not.toContain('4d1f');
    expect(lines.join()).toContain('"key":"10042"');
    expect([...forge.kvs.rows.keys()].filter((key) => key.startsWith('\0')).join()).not.toContain('4d1f');
  });

  it('narrows by a range of the index', async () => {
    for (const id of ['1', '2', '3']) await things.put(id, thing(id), 'any');
    const range = { op: 'lte', value: '2026-01-02' } as const;
    expect((await things.query({ index: 'by-state', partition: ['draft'], range })).docs).toHaveLength(2);
  });

  it('gets many by key in batches of 25, leaving out what is missing', async () => {
    for (let n = 0; n < 30; n += 1) await things.put(`k${n}`, thing(`${n}`), 'any');
    const found = await things.getMany([...Array.from({ length: 30 }, (_, n) => `k${n}`), 'none']);
    expect(found.size).toBe(30);
    expect(forge.kvs.calls.filter((path) => path === '/api/v1/batch/get')).toHaveLength(2);
  });
});

it('says the storage is busy when it is throttled, so that the call may be tried again', async () => {
  forge.kvs.before = () => ({ status: 429, body: { code: 'RATE_LIMIT_EXCEEDED', message: 'slow down' } });
  await expect(things.get('1')).rejects.toMatchObject({ code: 'STORAGE_BUSY', retryable: true });
  await expect(things.put('1', thing('1'), 'absent')).rejects.toMatchObject({ code: 'STORAGE_BUSY' });
});
