/** Small notes that only the first writer may leave, gone after a while. */
import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import { readKey } from './read-key';
import { guarded } from './transact';

const DAYS = 7;

/** Writes a note for a week unless there is one; `false` when there is. */
export async function noteOnce(key: string, value: unknown): Promise<boolean> {
  try {
    await guarded(() =>
      kvs.set(key, value, { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: DAYS, unit: 'DAYS' } }),
    );
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && error.responseDetails.status === 409) return false;
    throw error;
  }
}

/** The note, `undefined` when there is none. Strongly consistent. */
export const readNote = (key: string): Promise<unknown> => readKey({ key });
