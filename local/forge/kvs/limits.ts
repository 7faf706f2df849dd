import { refuse } from './kvs-error';

const MOST = 25;
const MAX_BYTES = 4 * 1024 * 1024;

interface Named {
  readonly key: unknown;
  readonly entityName?: string | undefined;
}

/** Refuses a batch or transaction of none, of too many or too large, and one that names a key twice. */
export function checkTogether(what: 'batch' | 'transaction', items: readonly Named[], body: unknown): void {
  if (items.length === 0) refuse('INVALID_REQUEST', `A ${what} needs at least one key.`);
  if (items.length > MOST) refuse('INVALID_REQUEST', `A ${what} takes at most ${MOST} keys.`);
  const names = items.map((item) => `${item.entityName ?? ''}\0${String(item.key)}`);
  if (new Set(names).size !== names.length) refuse('INVALID_REQUEST', `A ${what} names each key once.`);
  if (Buffer.byteLength(JSON.stringify(body)) > MAX_BYTES) refuse('MAX_SIZE', `A ${what} is at most 4 MB.`);
}
