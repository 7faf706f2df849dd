/** Documents that a head points to: the head is read each time, the body only where the process does not have it. */
import type * as v from 'valibot';
import { storageCorrupt } from '../kernel/errors';
import { readBody } from '../platform/storage/bodies';
import { cached } from './cache';

const MOST_READS = 3;

/**
 * A body from the process or else from the storage; `null` when it is not there any more. `as`: under which name the process
 * keeps it, where others read the same body by another schema. @throws STORAGE_CORRUPT
 */
export const bodyOf = <T>(
  name: string,
  version: string,
  schema: v.GenericSchema<unknown, T>,
  as = name,
): Promise<T | null> => cached(as, version, () => readBody(name, version, schema));

/**
 * A head, and what it points to. A body that is gone was replaced twice since the head was read: then both are read anew.
 * @throws AppFailure STORAGE_CORRUPT when heads keep pointing to what is not there.
 */
export async function follow<Head, T>(
  readHead: () => Promise<Head>,
  bodyOfHead: (head: Head) => Promise<T | null>,
): Promise<readonly [head: Head, body: T]> {
  for (let read = 0; read < MOST_READS; read += 1) {
    const head = await readHead();
    const body = await bodyOfHead(head);
    if (body !== null) return [head, body];
  }
  throw storageCorrupt();
}
