import type { Usage } from './batch';
import { refuse } from './kvs-error';
import { read, requests } from './requests';
import type { Store } from './store';

const MAX_OPERATIONS = 25;
const MAX_BYTES = 4 * 1024 * 1024;

/** Runs a transaction: every condition holds and everything is written, or nothing is. A failed condition answers 409. */
export function runTransaction(store: Store, body: unknown, usage: Usage): void {
  const request = read(requests.transaction, body);
  const all = [...request.set, ...request.delete, ...request.check];
  if (all.length === 0) refuse('INVALID_REQUEST', 'A transaction needs at least one operation.');
  if (all.length > MAX_OPERATIONS)
    refuse('INVALID_REQUEST', `A transaction takes at most ${MAX_OPERATIONS} operations.`);
  if (Buffer.byteLength(JSON.stringify(body)) > MAX_BYTES)
    refuse('MAX_SIZE', 'A transaction is at most 4 MB.');
  const names = all.map((item) => `${item.entityName ?? ''}\0${String(item.key)}`);
  if (new Set(names).size !== names.length) refuse('INVALID_REQUEST', 'A transaction names each key once.');
  store.atomically(() => {
    for (const item of all) {
      if (item.conditions === undefined) continue;
      if (!store.meets(store.place(item.entityName), item.key, item.conditions)) {
        refuse('TRANSACTION_CONDITION_FAILED', `A condition on ${String(item.key)} does not hold.`, 409);
      }
    }
    for (const item of request.set) {
      usage.writtenBytes += store.set(store.place(item.entityName), item.key, item.value, item.options).bytes;
    }
    for (const item of request.delete) {
      usage.writtenBytes += store.delete(store.place(item.entityName), item.key)?.bytes ?? 0;
    }
  });
}
