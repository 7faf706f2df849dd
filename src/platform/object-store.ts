/** The app's large objects: Forge's Object Store, which takes and gives them at addresses that it signs. */
import { objectStore } from '@forge/object-store';
import { AppFailure } from '../kernel/errors';
import { log } from './log';

export interface NewObject {
  readonly key: string;
  /** In bytes. */
  readonly length: number;
  /** SHA-256 in base64; the store takes nothing else. */
  readonly checksum: string;
  /** After that the store forgets it by itself. */
  readonly ttlSeconds: number;
}

const unavailable = (cause?: unknown): AppFailure =>
  new AppFailure('FILES_UNAVAILABLE', 'Files can’t be stored or read right now.', { retryable: true, cause });

/** @throws AppFailure FILES_UNAVAILABLE, whatever the store says: nothing of it is for people. */
async function asked<T>(what: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    log.warn('objects.failed', { what, message: String(error) });
    throw unavailable(error);
  }
}

/** Where a browser may PUT an object for an hour. */
export async function uploadUrl(object: NewObject): Promise<string> {
  const signed = await asked('upload', () =>
    objectStore.createUploadUrl({ ...object, checksumType: 'SHA256', overwrite: true }),
  );
  if (!signed?.url) throw unavailable();
  return signed.url;
}

/** Where an object may be read for an hour; `null` when there is none. */
export const downloadUrl = async (key: string): Promise<string | null> =>
  (await asked('download', () => objectStore.createDownloadUrl(key)))?.url ?? null;

/** What there is of an object; `null` when there is none. */
export async function objectInfo(
  key: string,
): Promise<{ readonly size: number; readonly checksum: string } | null> {
  return (await asked('metadata', () => objectStore.get(key))) ?? null;
}

/** Removes an object; one that is not there is as good as removed. */
export const removeObject = (key: string): Promise<void> => asked('delete', () => objectStore.delete(key));

/** The bytes of an object, or its first ones; `null` when there is none. */
export async function readObject(key: string, most?: number): Promise<Uint8Array | null> {
  const url = await downloadUrl(key);
  if (url === null) return null;
  const part = most === undefined ? {} : { headers: { range: `bytes=0-${most - 1}` } };
  const response = await asked('read', () => fetch(url, part));
  if (response.status === 404) return null;
  if (!response.ok) throw unavailable(response.status);
  return new Uint8Array(await asked('read', () => response.arrayBuffer()));
}

/** What tells bytes from all others, as the store asks for it: SHA-256 in base64. */
export const checksumOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64');

/** Writes an object of the app's own. */
export async function writeObject(
  key: string,
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  ttlSeconds: number,
): Promise<void> {
  const checksum = await checksumOf(bytes);
  const url = await uploadUrl({ key, length: bytes.byteLength, checksum, ttlSeconds });
  const sent = { method: 'PUT', headers: { 'content-type': type }, body: bytes };
  const { ok, status } = await asked('write', () => fetch(url, sent));
  if (!ok) throw unavailable(status);
}
