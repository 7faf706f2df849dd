/**
 * Documents that never change once written, each under its name and a version of its own. A body is written before the
 * transaction that stores a pointer to it, however large it is, and removed when no reader can hold a pointer to it.
 */
import * as v from 'valibot';
import { deleteBlob, readBlob, writeBlob } from './blobs';
import { corruptBody, packed, parseBody, unpacked } from './packed';

/** What a head keeps of a body: the version in force, and the one before it, which late readers may still hold. */
export interface Pointer {
  readonly body: string;
  readonly former?: string | undefined;
}

const keyOf = (name: string, version: string): string => `${name}:${version}`;

/** A version no other write has: two who write `rev` at once must not overwrite each other's bodies. */
export const versionOf = (rev: number): string => `${rev}.${crypto.randomUUID().slice(0, 8)}`;

/** Writes a body before anything points to it. @throws RangeError when it is too large to store. */
export const writeBody = (name: string, version: string, value: object): Promise<void> =>
  writeBlob(keyOf(name, version), packed(JSON.stringify(value)), 'b');

/**
 * The body and about how long its text is; `null` when it was removed or never written.
 * @throws AppFailure STORAGE_CORRUPT when it does not fit the schema.
 */
export async function readBody<T>(
  name: string,
  version: string,
  schema: v.GenericSchema<unknown, T>,
): Promise<{ readonly value: T; readonly size: number } | null> {
  const key = keyOf(name, version);
  const stored = await readBlob(key, v.unknown());
  if (stored === null) return null;
  const text = unpacked(stored);
  if (text === null) throw await corruptBody(key);
  return { value: await parseBody(key, { text }, schema), size: text.length };
}

/** Removes a body; safe to repeat, and for one that never was. */
export const removeBody = (name: string, version: string): Promise<void> => deleteBlob(keyOf(name, version));

/** The pointer that follows on one: its body stays for readers that hold the old head. */
export const pointerAfter = (before: Pointer | null, body: string): Pointer => ({
  body,
  ...(before === null ? {} : { former: before.body }),
});
