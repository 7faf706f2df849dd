import { KvsError, refuse } from './kvs-error';
import { checkTogether } from './limits';
import { read, requests } from './requests';
import type { Store } from './store';

export interface Usage {
  /** Stored bytes read; an empty read counts one kilobyte. */
  readBytes: number;
  writtenBytes: number;
}

export const EMPTY_READ_BYTES = 1024;

type Kind = 'set' | 'delete' | 'get';

/**
 * Runs a batch: no order, no atomicity, each key answers for itself; `refuses` says that the service is too busy for the
 * next one. A bad list refuses the whole call.
 */
export function runBatch(
  store: Store,
  kind: Kind,
  body: unknown,
  usage: Usage,
  refuses: () => boolean = () => false,
): unknown {
  const items = read(requests.batch, body);
  checkTogether('batch', items, body);
  const successfulKeys: unknown[] = [];
  const failedKeys: unknown[] = [];
  for (const item of items) {
    const name = { key: item.key, ...(item.entityName === undefined ? {} : { entityName: item.entityName }) };
    try {
      if (refuses()) refuse('RATE_LIMIT_EXCEEDED', 'The storage service is too busy.', 429);
      successfulKeys.push({ ...name, ...runItem(store, kind, item, usage) });
    } catch (error) {
      if (!(error instanceof KvsError)) throw error;
      failedKeys.push({ ...name, error: { code: error.code, message: error.message } });
    }
  }
  return { successfulKeys, failedKeys };
}

function runItem(
  store: Store,
  kind: Kind,
  item: {
    readonly key: unknown;
    readonly entityName?: string | undefined;
    readonly value?: unknown;
    readonly options?: unknown;
  },
  usage: Usage,
): object {
  const place = store.place(item.entityName);
  switch (kind) {
    case 'set': {
      const { options } = read(requests.set, { key: item.key, value: item.value, options: item.options });
      usage.writtenBytes += store.set(place, item.key, item.value, options).bytes;
      return {};
    }
    case 'delete':
      usage.writtenBytes += store.delete(place, item.key)?.bytes ?? 0;
      return {};
    case 'get': {
      const found = store.get(place, item.key);
      usage.readBytes += found?.bytes ?? EMPTY_READ_BYTES;
      if (found === undefined) return refuse('KEY_NOT_FOUND', `There is no key ${String(item.key)}.`, 404);
      return {
        value: JSON.parse(found.json) as unknown,
        createdAt: found.createdAt,
        updatedAt: found.updatedAt,
      };
    }
  }
}
