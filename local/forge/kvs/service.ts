import { EMPTY_READ_BYTES, runBatch, type Usage } from './batch';
import { KvsError, refuse } from './kvs-error';
import { pageLimit } from './query';
import { read, requests } from './requests';
import type { Store } from './store';
import { runTransaction } from './transaction';
import type { StoredValue } from './values';

export interface KvsAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly usage: Usage;
  /** True when something was stored or removed. */
  readonly wrote: boolean;
}

type Operation = (
  store: Store,
  body: unknown,
  usage: Usage,
  refusesKey?: () => boolean,
) => { readonly status: number; readonly body?: unknown };

/** Answers one request of the storage service: the paths the SDK calls, without their `/api/v1`. `refusesKey`: see `runBatch`. */
export function answerKvs(store: Store, path: string, body: unknown, refusesKey?: () => boolean): KvsAnswer {
  const usage: Usage = { readBytes: 0, writtenBytes: 0 };
  try {
    const operation = OPERATIONS[path] ?? refuse('NOT_FOUND', `The storage service has no ${path}.`, 404);
    const { status, body: answer } = operation(store, body, usage, refusesKey);
    return { status, body: answer, usage, wrote: WRITES.has(path) };
  } catch (error) {
    if (!(error instanceof KvsError)) throw error;
    return { status: error.status, body: { code: error.code, message: error.message }, usage, wrote: false };
  }
}

const getFrom: Operation = (store, body, usage) => {
  const request = read(requests.get, body);
  const found = store.get(store.place(request.entityName), request.key);
  usage.readBytes += found?.bytes ?? EMPTY_READ_BYTES;
  if (found === undefined) return refuse('KEY_NOT_FOUND', `There is no key ${String(request.key)}.`, 404);
  return { status: 200, body: describe(found) };
};

const setIn: Operation = (store, body, usage) => {
  const request = read(requests.set, body);
  const place = store.place(request.entityName);
  const written = store.atomically(() => store.set(place, request.key, request.value, request.options));
  usage.writtenBytes += written.bytes;
  return { status: 204 };
};

const deleteFrom: Operation = (store, body, usage) => {
  const request = read(requests.delete, body);
  const place = store.place(request.entityName);
  const previous = store.atomically(() => store.delete(place, request.key));
  if (previous === undefined) return refuse('KEY_NOT_FOUND', `There is no key ${String(request.key)}.`, 404);
  usage.writtenBytes += previous.bytes;
  return { status: 204 };
};

const queryKeys: Operation = (store, body, usage) => {
  const request = read(requests.query, body);
  const limit = pageLimit(request.limit);
  const where = request.where?.[0];
  if (where !== undefined && (where.property !== 'key' || where.condition !== 'BEGINS_WITH')) {
    refuse('QUERY_WHERE_INVALID', 'Keys can be queried by BEGINS_WITH only.');
  }
  const prefix = typeof where?.values[0] === 'string' ? where.values[0] : '';
  const after = request.after === undefined ? '' : Buffer.from(request.after, 'base64url').toString('utf8');
  const found = store.values.list('plain', prefix, after === '' ? '' : String(JSON.parse(after)), limit);
  usage.readBytes += Math.max(EMPTY_READ_BYTES, total(found));
  const last = found.length === limit ? found.at(-1) : undefined;
  return {
    status: 200,
    body: page(found, last && Buffer.from(JSON.stringify(last.key)).toString('base64url')),
  };
};

const queryEntity: Operation = (store, body, usage) => {
  const request = read(requests.entityQuery, body);
  const place = store.place(request.entityName);
  if (place.kind !== 'entity') return refuse('INVALID_ENTITY_TYPE', 'The query names no entity.');
  const result = store.query(place.entity, request);
  usage.readBytes += Math.max(EMPTY_READ_BYTES, total(result.values));
  return { status: 200, body: page(result.values, result.cursor) };
};

const batch =
  (kind: 'set' | 'delete' | 'get'): Operation =>
  (store, body, usage, refusesKey) => ({
    status: 200,
    body: runBatch(store, kind, body, usage, refusesKey),
  });

const OPERATIONS: Readonly<Record<string, Operation>> = {
  '/get': getFrom,
  '/entity/get': getFrom,
  '/set': setIn,
  '/entity/set': setIn,
  '/delete': deleteFrom,
  '/entity/delete': deleteFrom,
  '/query': queryKeys,
  '/entity/query': queryEntity,
  '/batch/set': batch('set'),
  '/batch/delete': batch('delete'),
  '/batch/get': batch('get'),
  '/transaction': (store, body, usage) => {
    runTransaction(store, body, usage);
    return { status: 204 };
  },
};

const WRITES = new Set(Object.keys(OPERATIONS).filter((path) => /set$|delete$|transaction$/.test(path)));

const describe = ({ key, json }: StoredValue): object => ({ key, value: JSON.parse(json) as unknown });

function page(values: readonly StoredValue[], cursor: string | undefined): object {
  return {
    data: values.map(describe),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

function total(values: readonly StoredValue[]): number {
  return values.reduce((sum, value) => sum + value.bytes, 0);
}
