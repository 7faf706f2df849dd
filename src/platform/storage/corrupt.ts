/** Stored documents that no longer parse: logged, and noted for the health page. */
import { getAppContext } from '@forge/api';
import { type AppFailure, storageCorrupt } from '../../kernel/errors';
import { digestOf } from '../digest';
import { log } from '../log';
import { noteOnce } from './once';

/** Notes of them begin so. */
export const CORRUPT_PREFIX = 'corrupt:';
/** Keys may hold account ids. Those of a work item, and names the app itself gave, are told; of others only how they look. */
const TOLD = /^(\d{1,19}|[a-z]+:[a-z-]+)$/;
const noted = new Set<string>();

/**
 * The failure of a document that is there and can't be read: logged at once, and noted for a week, once by each process.
 * `where` is its entity, or the name of a plain key; `at` the path of what does not fit.
 */
export async function corrupt(where: string, key: string, at: string): Promise<AppFailure> {
  log.warn('storage.corrupt', { where, at, ...(TOLD.test(key) ? { key } : {}) });
  const named = `${getAppContext().installationAri.toString()} ${where} ${key}`;
  if (!noted.has(named)) {
    noted.add(named);
    // The key's digest tells nothing of it, and two documents are two notes.
    const note = `${CORRUPT_PREFIX}${where}:${digestOf(key)}`;
    // Not to note it is no reason to answer otherwise.
    await noteOnce(note, { where }).catch((error: unknown) => log.error('storage.corrupt.note', error));
  }
  return storageCorrupt();
}
