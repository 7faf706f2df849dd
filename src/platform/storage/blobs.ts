import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { storageBusy } from '../../kernel/errors';
import { readBatch, removeBatch } from './batch';
import { guarded, transact, type Write } from './transact';

/** A value may hold 240 KiB; what is longer is kept in chunks of this many UTF-16 units (at most 3 bytes each). */
const CHUNK_UNITS = 60_000;
const INLINE_UNITS = 70_000;
const MAX_CHUNKS = 20;

const headSchema = v.object({ chunks: v.number(), generation: v.string() });

/**
 * A document under a plain key, read in one call while small and from chunks when large. `null` when there is none
 * or when it does not fit the schema any more (a cache can be rebuilt; callers that can't rebuild must say so).
 */
export async function readBlob<T>(key: string, schema: v.GenericSchema<unknown, T>): Promise<T | null> {
  const parsed = v.safeParse(schema, await readStored(key));
  return parsed.success ? parsed.output : null;
}

const MOST_READS = 3;

/** Whoever writes a document drops the chunks of the one before it: a reader that comes too late for them begins anew. */
async function readStored(key: string): Promise<unknown> {
  let former: string | undefined;
  for (let read = 0; read < MOST_READS; read += 1) {
    const stored = await guarded(() => kvs.get<unknown>(key));
    const head = v.safeParse(headSchema, stored);
    if (!head.success) return stored;
    const { chunks, generation } = head.output;
    if (generation === former) return undefined;
    const text = await readChunks(key, chunks, generation);
    if (text !== null) return fromText(text);
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
  const stored = await guarded(() => kvs.get<unknown>(key));
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
export const readHead = (key: string): Promise<unknown> => guarded(() => kvs.get<unknown>(key));

/** Whether a value read from a document's own key is only the head of its chunks. */
export const isChunked = (stored: unknown): boolean => v.is(headSchema, stored);

async function readChunks(key: string, count: number, generation: string): Promise<string | null> {
  const items = Array.from({ length: count }, (_, index) => ({ key: chunkKey(key, generation, index) }));
  const byKey = new Map((await readBatch(items)).map((row) => [row.key, row.value]));
  const parts = items.map((item) => byKey.get(item.key));
  return parts.every((part) => typeof part === 'string') ? parts.join('') : null;
}

function fromText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const chunkKey = (key: string, generation: string, index: number): string =>
  `${key}:chunk:${generation}:${index}`;
