/** The local Object Store, against Forge's reference of it and what the SDK calls. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../local/forge/database';
import { objectApp } from '../../local/forge/object-store/object-app';
import { ObjectStore } from '../../local/forge/object-store/object-store';

const HOUR = 3_600_000;
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

function openStore() {
  let now = 0;
  const store = new ObjectStore(openDatabase(':memory:'), () => now);
  store.origin = 'http://objects.example';
  const app = objectApp(store, 'http://app.example');
  const ask = (path: string, body: object) => {
    const { status, body: text } = store.answer(`api/v1/${path}`, JSON.stringify(body));
    return {
      status,
      body: typeof text === 'string' ? (JSON.parse(text) as Record<string, unknown>) : undefined,
    };
  };
  const wanted = (key: string, text: string, more: object = {}) => ({
    key,
    length: Buffer.byteLength(text),
    checksum: sha256(text),
    checksumType: 'SHA256',
    ...more,
  });
  const urlFor = (text: string, more: object = {}, key = 'a') =>
    String(ask('upload-url', wanted(key, text, more)).body?.['url']);
  const put = async (url: string, text: string) =>
    (await app.request(url, { method: 'PUT', body: text, headers: { 'content-type': 'text/plain' } })).status;
  return { app, ask, wanted, urlFor, put, pass: (ms: number) => void (now += ms), store };
}

describe('the local Object Store', () => {
  it('takes an object at a signed address, and gives it at another', async () => {
    const { app, ask, urlFor, put } = openStore();
    expect(await put(urlFor('Hello'), 'Hello')).toBe(200);
    expect(ask('metadata', { key: 'a' })).toMatchObject({
      status: 200,
      body: { key: 'a', size: 5, checksum: sha256('Hello'), createdAt: expect.any(String) as unknown },
    });
    const given = await app.request(String(ask('download-url', { key: 'a' }).body?.['url']));
    expect([await given.text(), given.headers.get('content-type')]).toEqual(['Hello', 'text/plain']);
  });

  it('gives parts of an object (Range)', async () => {
    const { app, ask, urlFor, put } = openStore();
    await put(urlFor('Hello'), 'Hello');
    const url = String(ask('download-url', { key: 'a' }).body?.['url']);
    const part = await app.request(url, { headers: { range: 'bytes=1-2' } });
    expect([part.status, await part.text()]).toEqual([206, 'el']);
    expect((await app.request(url, { headers: { range: 'bytes=9-' } })).status).toBe(416);
  });

  it('refuses what has not the length and the digest that its address was signed for', async () => {
    const { urlFor, put, store } = openStore();
    expect(await put(urlFor('Hello'), 'Hallo')).toBe(400);
    expect(await put(urlFor('Hello', { length: 4 }), 'Hello')).toBe(400);
    expect(store.keys()).toEqual([]);
  });

  it('lets nobody in at an address after an hour, at one of another kind, or at one it has not signed', async () => {
    const { app, urlFor, put, pass } = openStore();
    const url = urlFor('Hello');
    expect((await app.request(url)).status).toBe(405);
    pass(HOUR);
    expect(await put(url, 'Hello')).toBe(403);
    expect(await put('http://objects.example/fos/app/upload/made-up', 'Hello')).toBe(403);
  });

  it('forgets an object when its time is over, or it is deleted', async () => {
    const { ask, urlFor, put, pass } = openStore();
    await put(urlFor('Hello', { ttlSeconds: 60 }), 'Hello');
    await put(urlFor('Hello', {}, 'b'), 'Hello');
    pass(60_000);
    expect(ask('metadata', { key: 'a' }).status).toBe(404);
    expect(ask('download-url', { key: 'a' }).status).toBe(404);
    expect([ask('delete', { key: 'b' }).status, ask('delete', { key: 'b' }).status]).toEqual([204, 404]);
  });

  it('takes requests of a kilobyte, and objects below a gigabyte', () => {
    const { ask, wanted } = openStore();
    expect(ask('metadata', { key: 'k'.repeat(1024) }).status).toBe(413);
    expect(ask('upload-url', wanted('a', 'Hello', { length: 1024 ** 3 })).status).toBe(400);
    expect(ask('upload-url', { key: 'a' }).status).toBe(400);
    expect(ask('copy', { key: 'a' }).status).toBe(404);
  });

  it('is reached from pages of the app alone', async () => {
    const { app, urlFor } = openStore();
    const asked = { method: 'OPTIONS', headers: { origin: 'http://app.example' } };
    const answer = await app.request(urlFor('Hello'), asked);
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://app.example');
  });
});
