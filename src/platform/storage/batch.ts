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

/** Whether a batch names a key as failed because nothing stands there. */
export const isMissing = ({ error }: Failed): boolean => error.code === 'KEY_NOT_FOUND';

/**
 * Reads at most 25 keys; those that are missing are left out of the answer.
 * @throws AppFailure STORAGE_BUSY when one could not be read: what is unread is not absent.
 */
export async function readBatch(names: readonly Name[]) {
  const answer = await guarded(() => kvs.batchGet<unknown>([...names]));
  refuseUnlessMissing(answer.failedKeys);
  return answer.successfulKeys;
}

/** Removes at most 25 plain keys; those that are not there are as good as removed. @throws AppFailure STORAGE_BUSY */
export async function removeBatch(keys: readonly string[]): Promise<void> {
  const answer = await guarded(() => kvs.batchDelete(keys.map((key) => ({ key }))));
  refuseUnlessMissing(answer.failedKeys);
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

function refuseUnlessMissing(failed: readonly Failed[]): void {
  const [first] = failed.filter((each) => !isMissing(each));
  if (first === undefined) return;
  log.warn('storage.partial', { entity: first.entityName, code: first.error.code });
  throw storageBusy();
}
