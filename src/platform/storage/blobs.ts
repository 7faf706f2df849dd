import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { isCorrupt, storageBusy } from '../../kernel/errors';
import { readBatch, removeBatch } from './batch';
import { corrupt } from './corrupt';
import { readKey } from './read-key';
import { guarded, transact, type Write } from './transact';

/** A value may hold 240 KiB; what is longer is kept in chunks of this many UTF-16 units (at most 3 bytes each). */
const CHUNK_UNITS = 60_000;
const INLINE_UNITS = 70_000;
const MAX_CHUNKS = 20;

const headSchema = v.object({ chunks: v.number(), generation: v.string() });

/**
 * A document under a plain key, read in one call while small and from chunks when large. `null` only when there is none.
 * @throws AppFailure STORAGE_CORRUPT when it is there and does not fit the schema, or a part of it is missing.
 */
export async function readBlob<T>(key: string, schema: v.GenericSchema<unknown, T>): Promise<T | null> {
  const stored = await readWhole(key);
  return stored === undefined ? null : await parsed(key, schema, stored);
}

/** The same for what can be made anew at any time: `null` also when it can't be read, which is noted all the same. */
export const readRebuildable = <T>(key: string, schema: v.GenericSchema<unknown, T>): Promise<T | null> =>
  rebuildable(() => readBlob(key, schema));

/** The same for whatever reads it. */
export async function rebuildable<T>(read: () => Promise<T | null>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (isCorrupt(error)) return null;
    throw error;
  }
}

async function parsed<T>(key: string, schema: v.GenericSchema<unknown, T>, stored: unknown): Promise<T> {
  const result = v.safeParse(schema, stored);
  if (result.success) return result.output;
  throw await corrupt(nameOf(key), key, v.getDotPath(result.issues[0]) ?? '');
}

/** What a document is, without which one or which version. */
const nameOf = (key: string): string => key.split(':').slice(0, 2).join(':');

const MOST_READS = 3;

/**
 * What is stored under a plain key, put together from its chunks; `undefined` when there is nothing. Whoever writes a document
 * drops the chunks of the one before it: a reader that comes too late for them begins anew.
 */
export async function readWhole(key: string): Promise<unknown> {
  let former: string | undefined;
  for (let read = 0; read < MOST_READS; read += 1) {
    const stored = await readKey({ key });
    const head = v.safeParse(headSchema, stored);
    if (!head.success) return stored;
    const { chunks, generation } = head.output;
    if (generation === former) throw await corrupt(nameOf(key), key, 'chunks');
    const text = await readChunks(key, chunks, generation);
    if (text !== null) return fromText(key, text);
    former = generation;
  }
  throw storageBusy();
}

/** Writes the document; with `generation` unique to this write, readers never mix two writes. */
export async function writeBlob(key: string, value: object, generation: string): Promise<void> {
  await transact(blobWrites(key, value, generation));
}

/** The same as part of a transaction (for a conditional write together with an entity row). Throws when too large. */
export function blobWrites(key: string, value: object, generation: string): readonly Write[] {
  const text = JSON.stringify(value);
  if (text.length <= INLINE_UNITS) return [{ kind: 'set', key, value }];
  const chunks: string[] = [];
  for (let start = 0; start < text.length; start += CHUNK_UNITS)
    chunks.push(text.slice(start, start + CHUNK_UNITS));
  if (chunks.length > MAX_CHUNKS)
    throw new RangeError(`Document ${key} is too large to store: ${text.length} characters.`);
  return [
    ...chunks.map((value, index): Write => ({ kind: 'set', key: chunkKey(key, generation, index), value })),
    { kind: 'set', key, value: { chunks: chunks.length, generation } },
  ];
}

export async function deleteBlob(key: string): Promise<void> {
  const stored = await readKey({ key });
  await guarded(() => kvs.delete(key));
  await dropChunks(key, stored);
}

/** Removes what a former generation left behind; safe to run twice. `head` is what stood under the key before the write. */
export async function dropChunks(key: string, head: unknown): Promise<void> {
  const parsed = v.safeParse(headSchema, head);
  if (!parsed.success) return;
  const { chunks, generation } = parsed.output;
  await removeBatch(Array.from({ length: chunks }, (_, index) => chunkKey(key, generation, index)));
}

/** What stands under the key itself: the document, or the head of its chunks. */
export const readHead = (key: string): Promise<unknown> => readKey({ key });

async function readChunks(key: string, count: number, generation: string): Promise<string | null> {
  const items = Array.from({ length: count }, (_, index) => ({ key: chunkKey(key, generation, index) }));
  const byKey = new Map((await readBatch(items)).map((row) => [row.key, row.value]));
  const parts = items.map((item) => byKey.get(item.key));
  return parts.every((part) => typeof part === 'string') ? parts.join('') : null;
}

async function fromText(key: string, text: string): Promise<unknown> {
  try {
    return JSON.parse(text);
  } catch {
    throw await corrupt(nameOf(key), key, 'text');
  }
}

/** Whether what stands under a key is the head of chunks. */
export const isChunked = (head: unknown): boolean => v.is(headSchema, head);

/** Whether a key is a chunk's: it says nothing alone. */
export const isChunkKey = (key: string): boolean => key.includes(':chunk:');

const chunkKey = (key: string, generation: string, index: number): string =>
  `${key}:chunk:${generation}:${index}`;
