import * as v from 'valibot';
import type { Db } from '../../kernel/types';
import type { EntityIndex, EntityModel } from '../manifest/schema';
import { partitionText, rangeValue, type EntityIndexes } from './entity-index';
import { refuse } from './kvs-error';
import type { EntityQuery } from './requests';
import type { StoredValue } from './values';
import { fits } from './validate';

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;
const TOP = '\u{10FFFF}';

interface IndexRow {
  readonly key: string;
  readonly rng: string | number;
}

const cursorSchema = v.tuple([v.union([v.string(), v.number()]), v.string()]);

const COMPARISONS: Readonly<Record<string, string>> = {
  EQUAL_TO: '=',
  GREATER_THAN: '>',
  GREATER_THAN_EQUAL_TO: '>=',
  LESS_THAN: '<',
  LESS_THAN_EQUAL_TO: '<=',
};

export interface QueryPage {
  readonly values: readonly StoredValue[];
  readonly cursor: string | undefined;
}

/** Limit of one page: 10 unless told, 1 to 100. */
export function pageLimit(limit: number | undefined): number {
  const wanted = limit ?? DEFAULT_LIMIT;
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > MAX_LIMIT) {
    return refuse('COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE', `The limit must be between 1 and ${MAX_LIMIT}.`);
  }
  return wanted;
}

const encodeCursor = (parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Answers one page of an index query. Cost follows the page, not the table: it walks the index from the cursor. */
export function queryIndex(
  db: Db,
  entity: EntityModel,
  request: EntityQuery,
  access: { readonly indexes: EntityIndexes; readonly valueOf: (key: string) => StoredValue | undefined },
): QueryPage {
  const index = entity.indexes.find((candidate) => candidate.name === request.indexName);
  if (index === undefined)
    return refuse('INVALID_ENTITY_INDEX', `${entity.name} has no index ${request.indexName}.`);
  const limit = pageLimit(request.limit);
  const rows = walk(db, entity, index, request, limit);
  const read = rows.flatMap(({ key }) => valueNow(entity, key, access) ?? []);
  const last = rows.at(-1);
  return {
    values: read,
    cursor: rows.length === limit && last !== undefined ? encodeCursor([last.rng, last.key]) : undefined,
  };
}

function valueNow(
  entity: EntityModel,
  key: string,
  access: { readonly indexes: EntityIndexes; readonly valueOf: (key: string) => StoredValue | undefined },
): StoredValue | undefined {
  const stale = access.indexes.staleJson(entity.name, key);
  const current = access.valueOf(key);
  if (stale?.json === undefined) return current;
  const bytes = Buffer.byteLength(stale.json);
  return { createdAt: 0, updatedAt: 0, expiresAt: null, ...current, key, json: stale.json, bytes };
}

function walk(db: Db, entity: EntityModel, index: EntityIndex, request: EntityQuery, limit: number) {
  const { clauses, values } = rangeClauses(entity, index, request.range);
  const descending = request.sort === 'DESC';
  const after = request.cursor === undefined ? undefined : decodeCursor(request.cursor);
  if (after !== undefined) clauses.push(`(rng, key) ${descending ? '<' : '>'} (?, ?)`);
  const order = descending ? 'DESC' : 'ASC';
  const sql = `SELECT rng, key FROM forge_index WHERE ${['entity = ?', 'name = ?', 'part = ?', ...clauses].join(' AND ')}
    ORDER BY rng ${order}, key ${order} LIMIT ?`;
  const bound = [
    entity.name,
    index.name,
    partitionOf(entity, index, request.partition),
    ...values,
    ...(after ?? []),
    limit,
  ];
  return db.prepare(sql).all(...bound) as IndexRow[];
}

function partitionOf(entity: EntityModel, index: EntityIndex, given: readonly unknown[] = []): string {
  if (given.length !== index.partition.length) {
    return refuse(
      'QUERY_WHERE_INVALID',
      `The index ${index.name} needs ${index.partition.length} partition value(s).`,
    );
  }
  index.partition.forEach((name, at) => {
    const type = entity.attributes[name] ?? 'any';
    if (!fits(type, given[at]))
      refuse('INVALID_FILTER_VALUES', `The partition value of ${name} must be a valid ${type}.`);
  });
  return partitionText(given);
}

function rangeClauses(entity: EntityModel, index: EntityIndex, range: EntityQuery['range']) {
  const clauses: string[] = [];
  const values: (string | number)[] = [];
  if (range === undefined) return { clauses, values };
  const type = index.range === undefined ? 'string' : (entity.attributes[index.range] ?? 'any');
  if (!range.values.every((value) => fits(type, value))) {
    refuse(
      'INVALID_FILTER_VALUES',
      `The range of index ${index.name} is of type ${type}; the values are not.`,
    );
  }
  const [first, second] = range.values.map(rangeValue);
  if (first === undefined) return refuse('INSUFFICIENT_FILTER_VALUES', `${range.condition} needs a value.`);
  const add = (clause: string, ...bound: (string | number)[]) => {
    clauses.push(clause);
    values.push(...bound);
  };
  const comparison = COMPARISONS[range.condition];
  if (comparison !== undefined) add(`rng ${comparison} ?`, first);
  else if (range.condition === 'BETWEEN') {
    if (second === undefined) return refuse('INSUFFICIENT_FILTER_VALUES', 'BETWEEN needs two values.');
    add('rng >= ? AND rng <= ?', first, second);
  } else if (range.condition === 'BEGINS_WITH') {
    if (type !== 'string') refuse('QUERY_WHERE_INVALID', 'BEGINS_WITH works on strings only.');
    add('rng >= ? AND rng < ?', first, `${first}${TOP}`);
  } else refuse('QUERY_WHERE_INVALID', `${range.condition} is not a range condition.`);
  return { clauses, values };
}

function decodeCursor(cursor: string): readonly (string | number)[] {
  try {
    return v.parse(cursorSchema, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return refuse('INVALID_CURSOR', 'The cursor was not made by this query.');
  }
}
