import { kvs, Sort, WhereConditions } from '@forge/kvs';
import * as v from 'valibot';
import { AppFailure } from '../../kernel/errors';
import { readBatch } from './batch';
import { corrupt } from './corrupt';
import { readKey } from './read-key';
import { type Expectation, guarded, type Outcome, transact, type Write } from './transact';

/** How documents of one kind live in the Custom Entity Store: their schema, and the attributes the indexes need. */
export interface EntityDefinition<T> {
  readonly name: string;
  readonly schema: v.GenericSchema<unknown, T>;
  /** Index attributes; an empty one is left out, as Forge refuses empty strings. Include `rev` where documents have one. */
  readonly attributes: (doc: T) => Readonly<Record<string, string | number | undefined>>;
  /** What is stored of a document, where that is not the document itself; the schema reads it back. */
  readonly stored?: (doc: T) => unknown;
  /** An attribute every row has: its absence means there is no row. */
  readonly anchor?: string;
}

export type Range =
  | { readonly op: 'lte' | 'gte' | 'lt' | 'gt' | 'eq' | 'beginsWith'; readonly value: string }
  | { readonly op: 'between'; readonly from: string; readonly to: string };

export interface EntityQuery {
  readonly index: string;
  readonly partition?: readonly string[];
  readonly range?: Range;
  readonly newestFirst?: boolean;
  /** 1 to 100; 100 when left out. */
  readonly limit?: number;
  readonly cursor?: string;
  /** A row that can't be read is the failure it is: for who removes what no row names. */
  readonly isWhole?: boolean;
}

export interface Page<T> {
  readonly docs: readonly T[];
  readonly cursor?: string;
}

export interface EntityStore<T> {
  /** Strongly consistent. @throws AppFailure STORAGE_CORRUPT when the stored document does not fit its schema. */
  get(key: string): Promise<T | null>;
  /** By key; rows that are missing are left out, one that can't be read is the failure it is. Strongly consistent. */
  getMany(keys: readonly string[]): Promise<ReadonlyMap<string, T | AppFailure>>;
  /** One conditional write. `conflict` when the expectation does not hold. */
  put(key: string, doc: T, expect: Expectation): Promise<Outcome>;
  remove(key: string): Promise<void>;
  /** The same write as part of a transaction. */
  write(key: string, doc: T, expect: Expectation): Write;
  erase(key: string, expect: { readonly rev: number } | 'any'): Write;
  /**
   * One page, eventually consistent: `get` again before acting on a row. A page may be empty and yet have a cursor. Rows
   * that can't be read are left out, so that one does not hide the others, and are noted for the health page.
   */
  query(query: EntityQuery): Promise<Page<T>>;
  /** All pages up to `max` documents. */
  queryAll(query: EntityQuery, max: number): Promise<readonly T[]>;
}

const BATCH = 25;

/** Typed access to one entity of the manifest; every document is parsed when read. */
export function entityStore<T>(definition: EntityDefinition<T>): EntityStore<T> {
  const { name, schema, anchor = 'rev' } = definition;

  const parse = async (key: string, row: unknown): Promise<T | AppFailure> => {
    const result = v.safeParse(schema, rowDocument(row));
    if (result.success) return result.output;
    return corrupt(name, key, v.getDotPath(result.issues[0]) ?? '');
  };
  const write = (key: string, doc: T, expect: Expectation): Write => ({
    kind: 'setRow',
    entity: name,
    key,
    value: { ...withoutEmpty(definition.attributes(doc)), doc: definition.stored?.(doc) ?? doc },
    expect,
    anchor,
  });

  const store: EntityStore<T> = {
    async get(key) {
      const row = await readKey({ key, entityName: name });
      return row === undefined ? null : orThrow(await parse(key, row));
    },
    async getMany(keys) {
      const unique = [...new Set(keys)];
      const found = new Map<string, T | AppFailure>();
      for (let start = 0; start < unique.length; start += BATCH) {
        const items = unique.slice(start, start + BATCH).map((key) => ({ key, entityName: name }));
        for (const row of await readBatch(items)) {
          found.set(row.key, await parse(row.key, row.value));
        }
      }
      return found;
    },
    async put(key, doc, expect) {
      const item = write(key, doc, expect);
      if (expect !== 'any' || item.kind !== 'setRow') return transact([item]);
      await guarded(() => kvs.entity(name).set(key, item.value));
      return 'done';
    },
    remove: (key) => guarded(() => kvs.entity(name).delete(key)),
    write,
    erase: (key, expect) => ({ kind: 'deleteRow', entity: name, key, expect }),
    async query(query) {
      let builder = kvs
        .entity<unknown>(name)
        .query()
        .index(query.index, query.partition ? { partition: [...query.partition] } : undefined)
        .limit(query.limit ?? 100)
        .sort(query.newestFirst ? Sort.DESC : Sort.ASC);
      if (query.range) builder = builder.where(whereOf(query.range));
      if (query.cursor) builder = builder.cursor(query.cursor);
      const answer = await guarded(() => builder.getMany());
      const rows = answer.results.map(async (row) => [row.key, await parse(row.key, row.value)] as const);
      const read = new Map(await Promise.all(rows));
      const docs = query.isWhole ? [...read.values()].map(orThrow) : [...readable(read).values()];
      return answer.nextCursor ? { docs, cursor: answer.nextCursor } : { docs };
    },
    async queryAll(query, max) {
      const docs: T[] = [];
      let cursor = query.cursor;
      do {
        const limit = Math.min(query.limit ?? 100, 100, max - docs.length);
        const page = await store.query({ ...query, limit, cursor });
        docs.push(...page.docs);
        cursor = page.cursor;
      } while (cursor !== undefined && docs.length < max);
      return docs;
    },
  };
  return store;
}

const rowSchema = v.looseObject({ doc: v.unknown() });

/** The document in a stored row. */
export function rowDocument(row: unknown): unknown {
  const parsed = v.safeParse(rowSchema, row);
  return parsed.success ? parsed.output.doc : undefined;
}

/** What was read. @throws the failure, where it could not be. */
export function orThrow<T>(read: T | AppFailure): T {
  if (read instanceof AppFailure) throw read;
  return read;
}

/** Without the rows that can't be read: for lists, where one must not hide the others. */
export function readable<T>(rows: ReadonlyMap<string, T | AppFailure>): ReadonlyMap<string, T> {
  return new Map([...rows].flatMap(([key, row]) => (row instanceof AppFailure ? [] : [[key, row] as const])));
}

const withoutEmpty = (attributes: Readonly<Record<string, string | number | undefined>>) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined && value !== ''));

function whereOf(range: Range) {
  switch (range.op) {
    case 'between':
      return WhereConditions.between(range.from, range.to);
    case 'lte':
      return WhereConditions.lessThanEqualTo(range.value);
    case 'gte':
      return WhereConditions.greaterThanEqualTo(range.value);
    case 'lt':
      return WhereConditions.lessThan(range.value);
    case 'gt':
      return WhereConditions.greaterThan(range.value);
    case 'eq':
      return WhereConditions.equalTo(range.value);
    case 'beginsWith':
      return WhereConditions.beginsWith(range.value);
  }
}
