import type { Usage } from './batch';
import { refuse } from './kvs-error';
import { checkTogether } from './limits';
import { read, requests } from './requests';
import type { Store } from './store';

/** Runs a transaction: every condition holds and everything is written, or nothing is. A failed condition answers 409. */
export function runTransaction(store: Store, body: unknown, usage: Usage): void {
  const request = read(requests.transaction, body);
  const all = [...request.set, ...request.delete, ...request.check];
  checkTogether('transaction', all, body);
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
