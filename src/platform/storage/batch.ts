/** Batches of the storage: they do what they can, and name the rest beside it. */
import { kvs } from '@forge/kvs';
import { storageBusy } from '../../kernel/errors';
import { log } from '../log';
import { guarded } from './transact';

/** A plain key, or the key of a row of an entity. */
export interface Name {
  readonly key: string;
  readonly entityName?: string;
}
interface Failed extends Name {
  readonly error: { readonly code: string };
}

const MISSING = 'KEY_NOT_FOUND';

/** Reads at most 25 keys: what stands under them, and those that could not be read. Missing ones are in neither. */
export async function askBatch(names: readonly Name[]) {
  const answer = await guarded(() => kvs.batchGet<unknown>([...names]));
  return { rows: answer.successfulKeys, unread: leftIn(answer.failedKeys) };
}

/** The same. @throws AppFailure STORAGE_BUSY when one could not be read: what is unread is not absent. */
export async function readBatch(names: readonly Name[]) {
  const { rows, unread } = await askBatch(names);
  if (unread.length > 0) throw storageBusy();
  return rows;
}

/** Removes at most 25 plain keys; those that are not there are as good as removed. @throws AppFailure STORAGE_BUSY */
export async function removeBatch(keys: readonly string[]): Promise<void> {
  const answer = await guarded(() => kvs.batchDelete(keys.map((key) => ({ key }))));
  if (leftIn(answer.failedKeys).length > 0) throw storageBusy();
}

const MOST_KEYS = 25;

/** What stands under any number of plain keys; those that are missing are left out. @throws AppFailure STORAGE_BUSY */
export async function readAll(keys: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const unique = [...new Set(keys)];
  const found = new Map<string, unknown>();
  for (let start = 0; start < unique.length; start += MOST_KEYS) {
    const names = unique.slice(start, start + MOST_KEYS).map((key) => ({ key }));
    for (const { key, value } of await readBatch(names)) found.set(key, value);
  }
  return found;
}

/** Removes any number of plain keys. @throws AppFailure STORAGE_BUSY */
export async function removeAll(keys: readonly string[]): Promise<void> {
  for (let start = 0; start < keys.length; start += MOST_KEYS)
    await removeBatch(keys.slice(start, start + MOST_KEYS));
}

/** Those that failed for another reason than that nothing stands there. */
function leftIn(failed: readonly Failed[]): readonly Name[] {
  const left = failed.filter(({ error }) => error.code !== MISSING);
  if (left[0]) log.warn('storage.partial', { entity: left[0].entityName, code: left[0].error.code });
  return left;
}
