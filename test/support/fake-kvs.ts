/** An in-memory Forge Key-Value and Custom Entity Store that answers the REST calls of the real `@forge/kvs`. */
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Row = Record<string, unknown>;
interface Condition {
  readonly property: string;
  readonly condition: string;
  readonly values: readonly unknown[];
}
type Conditions = { readonly and?: readonly Condition[]; readonly or?: readonly Condition[] };
interface Operation {
  readonly key: string;
  readonly entityName?: string;
  readonly value?: unknown;
  readonly conditions?: Conditions;
  readonly options?: { readonly keyPolicy?: string };
}
export interface KvsAnswer {
  readonly status: number;
  readonly body?: unknown;
}

const MAX_VALUE_BYTES = 240 * 1024;
const BUSY: KvsAnswer = { status: 429, body: { code: 'RATE_LIMIT_EXCEEDED', message: 'Too busy' } };
const indexes = loadIndexes();

export class FakeKvs {
  readonly rows = new Map<string, unknown>();
  /** Keys the service is too busy for: it refuses them, and batches name them among those that failed. */
  readonly refusedKeys = new Set<string>();
  /** Every call as `path key`, in order. */
  readonly calls: string[] = [];
  /** Called before each request; throw or answer to misbehave. */
  before: (path: string, body: unknown) => KvsAnswer | undefined = () => undefined;
  /** Called after a request was carried out; answering replaces the real answer (a lost reply). */
  after: (path: string, body: unknown) => KvsAnswer | undefined = () => undefined;

  /** Told of every answer: for counting. */
  answered: (path: string, answer: KvsAnswer) => void = () => undefined;

  handle(path: string, text: string): KvsAnswer {
    const body: unknown = JSON.parse(text);
    this.calls.push(path);
    const answer = this.before(path, body) ?? this.settle(path, body);
    this.answered(path, answer);
    return answer;
  }

  private settle(path: string, body: unknown): KvsAnswer {
    const answer = this.route(path.replace('/api/v1', ''), body);
    return this.after(path, body) ?? answer;
  }

  private route(path: string, body: unknown): KvsAnswer {
    const op = body as Operation;
    switch (path) {
      case '/get':
      case '/entity/get':
        if (this.refusedKeys.has(op.key)) return BUSY;
        return this.rows.has(place(op))
          ? { status: 200, body: { key: op.key, value: this.rows.get(place(op)) } }
          : { status: 404, body: { code: 'KEY_NOT_FOUND', message: 'No such key' } };
      case '/set':
      case '/entity/set':
        if (op.options?.keyPolicy === 'FAIL_IF_EXISTS' && this.rows.has(place(op))) {
          return { status: 409, body: { code: 'KEY_EXISTS', message: 'The key exists' } };
        }
        return this.write(op);
      case '/delete':
      case '/entity/delete':
        this.rows.delete(place(op));
        return { status: 204 };
      case '/batch/get':
        return { status: 200, body: this.batchGet(body as Operation[]) };
      case '/batch/set':
        for (const item of body as Operation[]) if (!this.refusedKeys.has(item.key)) this.write(item);
        return {
          status: 200,
          body: { successfulKeys: [], failedKeys: this.refusalsOf(body as Operation[]) },
        };
      case '/batch/delete':
        for (const item of body as Operation[])
          if (!this.refusedKeys.has(item.key)) this.rows.delete(place(item));
        return {
          status: 200,
          body: { successfulKeys: [], failedKeys: this.refusalsOf(body as Operation[]) },
        };
      case '/transaction':
        return this.transaction(body as Record<'set' | 'delete' | 'check', Operation[] | undefined>);
      case '/query':
        return { status: 200, body: this.list(body as Row) };
      case '/entity/query':
        return { status: 200, body: this.query(body as Row) };
      default:
        throw new Error(`The fake storage does not know ${path}`);
    }
  }

  private write(op: Operation): KvsAnswer {
    if (Buffer.byteLength(JSON.stringify(op.value)) > MAX_VALUE_BYTES) {
      return { status: 400, body: { code: 'MAX_SIZE', message: 'Too large' } };
    }
    this.rows.set(place(op), structuredClone(op.value));
    return { status: 204 };
  }

  private refusalsOf(items: readonly Operation[]): readonly object[] {
    return items
      .filter(({ key }) => this.refusedKeys.has(key))
      .map((item) => ({ ...item, error: { code: 'RATE_LIMIT_EXCEEDED', message: 'Too busy' } }));
  }

  private batchGet(items: readonly Operation[]): unknown {
    const asked = items.filter(({ key }) => !this.refusedKeys.has(key));
    const found = asked.filter((item) => this.rows.has(place(item)));
    const missing = asked.filter((item) => !this.rows.has(place(item)));
    return {
      successfulKeys: found.map((item) => ({ ...item, value: this.rows.get(place(item)) })),
      failedKeys: [
        ...missing.map((item) => ({ ...item, error: { code: 'KEY_NOT_FOUND', message: 'No such key' } })),
        ...this.refusalsOf(items),
      ],
    };
  }

  private transaction(body: Record<'set' | 'delete' | 'check', Operation[] | undefined>): KvsAnswer {
    const all = [...(body.set ?? []), ...(body.delete ?? []), ...(body.check ?? [])];
    if (all.length > 25) return { status: 400, body: { code: 'INVALID_REQUEST', message: 'Too many' } };
    const holds = all.every((op) => !op.conditions || meets(this.rows.get(place(op)) as Row, op.conditions));
    if (!holds)
      return { status: 409, body: { code: 'TRANSACTION_CONDITION_FAILED', message: 'A condition failed' } };
    for (const op of body.set ?? []) {
      const answer = this.write(op);
      if (answer.status !== 204) return answer;
    }
    for (const op of body.delete ?? []) this.rows.delete(place(op));
    return { status: 204 };
  }

  private list(body: Row): unknown {
    const [where] = (body.where as Condition[] | undefined) ?? [];
    const data = [...this.rows]
      .filter(([key]) => key.startsWith('\0'))
      .map(([key, value]) => ({ key: key.slice(1), value }))
      .filter(({ key }) => where === undefined || compare(key, where))
      .sort((a, b) => order(a.key, b.key));
    return pageOf(data, body);
  }

  private query(body: Row): unknown {
    const entity = String(body.entityName);
    const index = indexes.get(`${entity}/${String(body.indexName)}`);
    if (!index) throw new Error(`The manifest has no index ${String(body.indexName)} on ${entity}`);
    const partition = (body.partition as unknown[] | undefined) ?? [];
    const range = body.range as Omit<Condition, 'property'> | undefined;
    const rangeBy = index.range[0] ?? '';
    const hits = [...this.rows]
      .filter(([key]) => key.startsWith(`${entity}\0`))
      .map(([key, value]) => ({ key: key.slice(entity.length + 1), value: value as Row }))
      .filter((hit) =>
        index.partition.every(
          (name, at) => hit.value[name] !== undefined && hit.value[name] === partition[at],
        ),
      )
      .filter((hit) => hit.value[rangeBy] !== undefined)
      .filter((hit) => !range || compare(hit.value[rangeBy], range))
      .sort((a, b) => order(a.value[rangeBy], b.value[rangeBy]) || order(a.key, b.key));
    if (body.sort === 'DESC') hits.reverse();
    return pageOf(hits, body);
  }
}

function pageOf(hits: readonly unknown[], body: Row): unknown {
  // Of plain keys the page is asked for by another name.
  const from = Number(body.cursor ?? body.after ?? 0);
  const limit = Number(body.limit ?? 10);
  const data = structuredClone(hits.slice(from, from + limit));
  return from + limit < hits.length ? { data, cursor: String(from + limit) } : { data };
}

const place = (op: { readonly key: string; readonly entityName?: string }) =>
  `${op.entityName ?? ''}\0${op.key}`;

const order = (a: unknown, b: unknown) => (String(a) < String(b) ? -1 : Number(String(a) > String(b)));

function meets(row: Row | undefined, conditions: Conditions): boolean {
  const test = (c: Condition) => compare(row?.[c.property], c);
  return conditions.or ? conditions.or.some(test) : (conditions.and ?? []).every(test);
}

function compare(value: unknown, { condition, values }: Omit<Condition, 'property'>): boolean {
  if (condition === 'NOT_EXISTS') return value === undefined;
  if (value === undefined) return false;
  const [first, second] = values;
  switch (condition) {
    case 'EXISTS':
      return true;
    case 'EQUAL_TO':
      return value === first;
    case 'BEGINS_WITH':
      return typeof value === 'string' && value.startsWith(String(first));
    case 'BETWEEN':
      return order(value, first) >= 0 && order(value, second) <= 0;
    case 'LESS_THAN':
      return order(value, first) < 0;
    case 'LESS_THAN_EQUAL_TO':
      return order(value, first) <= 0;
    case 'GREATER_THAN':
      return order(value, first) > 0;
    case 'GREATER_THAN_EQUAL_TO':
      return order(value, first) >= 0;
    default:
      throw new Error(`The fake storage does not know ${condition}`);
  }
}

function loadIndexes() {
  const text = readFileSync(join(__dirname, '../../manifest.yml'), 'utf8');
  interface Index {
    readonly name: string;
    readonly partition?: readonly string[];
    readonly range: readonly string[];
  }
  const manifest = parse(text) as {
    readonly app: {
      readonly storage: {
        readonly entities: readonly { readonly name: string; readonly indexes: readonly Index[] }[];
      };
    };
  };
  return new Map(
    manifest.app.storage.entities.flatMap((entity) =>
      entity.indexes.map(
        (index) =>
          [`${entity.name}/${index.name}`, { partition: index.partition ?? [], range: index.range }] as const,
      ),
    ),
  );
}
