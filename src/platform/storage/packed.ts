/**
 * Bodies: documents under plain keys of their own that are written once and never changed. They are deflated: storage is
 * paid by the byte, and forms and lists repeat themselves.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import { AppFailure } from '../../kernel/errors';
import { readAll } from './batch';
import { corrupt } from './corrupt';
import { readKey } from './read-key';
import type { Write } from './transact';

/** A body as it was written. */
export interface Body {
  readonly text: string;
}

const packedSchema = v.object({ packed: v.string() });
/** Bytes of a value, some left for what stands around it. */
const MOST_LENGTH = 240_000;

/** A body as it is stored. */
export const packed = (text: string): { readonly packed: string } => ({
  packed: deflateRawSync(text).toString('base64'),
});

/** A body as part of a transaction. @throws AppFailure LIMIT_REACHED when it is too large to store. */
export function bodyWrite(key: string, body: object): Write {
  const value = packed(JSON.stringify(body));
  if (value.packed.length > MOST_LENGTH)
    throw new AppFailure('LIMIT_REACHED', 'This is more than the app can store in one piece. Shorten it.');
  return { kind: 'set', key, value };
}

/**
 * The bodies under some keys, twenty-five a request; those that are missing are left out.
 * @throws AppFailure STORAGE_BUSY when one could not be read, STORAGE_CORRUPT when one is damaged.
 */
export async function readBodies(keys: readonly string[]): Promise<ReadonlyMap<string, Body>> {
  const found = new Map<string, Body>();
  for (const [key, value] of await readAll(keys)) found.set(key, await bodyIn(key, value));
  return found;
}

/** The body under a key; `null` when there is none. Throws as {@link readBodies} does. */
export async function readBodyAt(key: string): Promise<Body | null> {
  const stored = await readKey({ key });
  return stored === undefined ? null : bodyIn(key, stored);
}

async function bodyIn(key: string, stored: unknown): Promise<Body> {
  const text = unpacked(stored);
  if (text === null) throw await corruptBody(key);
  return { text };
}

/** What a body says. @throws AppFailure STORAGE_CORRUPT when it is not what its schema says. */
export async function parseBody<T>(
  key: string,
  { text }: Body,
  schema: v.GenericSchema<unknown, T>,
): Promise<T> {
  const parsed = v.safeParse(schema, JSON.parse(text));
  if (parsed.success) return parsed.output;
  throw await corruptBody(key, v.getDotPath(parsed.issues[0]) ?? '');
}

/** The failure of a body that is damaged, or is not there although something names it. */
export const corruptBody = (key: string, at = ''): Promise<AppFailure> =>
  corrupt(key.split(':')[0] ?? '', key, at);

/** The text of a body as it is stored; `null` for what is none. */
export function unpacked(stored: unknown): string | null {
  const parsed = v.safeParse(packedSchema, stored);
  if (!parsed.success) return null;
  try {
    return inflateRawSync(Buffer.from(parsed.output.packed, 'base64')).toString('utf8');
  } catch {
    return null;
  }
}
