import { beforeEach, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../database';
import type { EntityModel } from '../manifest/schema';
import { answerKvs } from './service';
import { Store } from './store';

const note: EntityModel = {
  name: 'note',
  attributes: { state: 'string', due: 'string', count: 'integer', extra: 'any' },
  indexes: [
    { name: 'by-key', partition: [], range: undefined },
    { name: 'due', partition: [], range: 'due' },
    { name: 'by-state-due', partition: ['state'], range: 'due' },
    { name: 'by-state-count', partition: ['state'], range: 'count' },
  ],
};

let now = 0;
let staleMs = 0;
let store: Store;

beforeEach(() => {
  now = Date.parse('2026-03-02T09:00:00Z');
  staleMs = 0;
  store = new Store({
    db: openDatabase(':memory:'),
    entities: new Map([['note', note]]),
    now: () => now,
    stalenessOf: () => staleMs,
  });
});

const ask = (path: string, body: unknown) => answerKvs(store, path, body);
const codeOf = (path: string, body: unknown) => {
  const answer = ask(path, body);
  return { status: answer.status, code: (answer.body as { code?: string } | undefined)?.code };
};
const setNote = (key: string, value: object, options?: object) =>
  ask('/entity/set', { entityName: 'note', key, value, options });
const query = (body: object) =>
  ask('/entity/query', { entityName: 'note', ...body }).body as { data: { key: string }[]; cursor?: string };
const keys = (body: object) => query(body).data.map((row) => row.key);

describe('values', () => {
  test('are stored, read and removed', () => {
    expect(ask('/set', { key: 'a', value: { b: 1 } }).status).toBe(204);
    expect(ask('/get', { key: 'a' }).body).toEqual({ key: 'a', value: { b: 1 } });
    expect(ask('/delete', { key: 'a' }).status).toBe(204);
    expect(codeOf('/get', { key: 'a' })).toEqual({ status: 404, code: 'KEY_NOT_FOUND' });
  });

  test('FAIL_IF_EXISTS answers 409 and keeps the first value', () => {
    const options = { keyPolicy: 'FAIL_IF_EXISTS' };
    expect(ask('/set', { key: 'lock', value: 1, options }).status).toBe(204);
    expect(codeOf('/set', { key: 'lock', value: 2, options })).toEqual({
      status: 409,
      code: 'KEY_ALREADY_EXISTS',
    });
    expect(ask('/get', { key: 'lock' }).body).toMatchObject({ value: 1 });
  });

  test('a lock with a time to live can be taken again after it', () => {
    const lock = {
      key: 'lock',
      value: 1,
      options: { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: 1, unit: 'MINUTES' } },
    };
    ask('/set', lock);
    now += 59_999;
    expect(ask('/set', lock).status).toBe(409);
    now += 1;
    expect(ask('/set', lock).status).toBe(204);
  });

  test('refuses options that the app never asks for', () => {
    expect(ask('/get', { key: 'a', options: { metadataFields: ['CREATED_AT'] } }).status).toBe(400);
    expect(ask('/set', { key: 'a', value: 1, options: { returnValue: 'LATEST' } }).status).toBe(400);
  });

  test.each([
    [{ key: '', value: 1 }, 'KEY_TOO_SHORT'],
    [{ key: 'x'.repeat(501), value: 1 }, 'KEY_TOO_LONG'],
    [{ key: 'a/b', value: 1 }, 'INVALID_KEY'],
    [{ key: '  ', value: 1 }, 'INVALID_KEY'],
    [{ key: 'a', value: 'x'.repeat(240 * 1024) }, 'MAX_SIZE'],
    [{ key: 'a', value: null }, 'INVALID_VALUE'],
    [{ key: 'a', value: JSON.parse('['.repeat(32) + ']'.repeat(32)) as unknown }, 'MAX_DEPTH'],
  ])('refuses what breaks a limit (%#)', (body, code) => {
    expect(codeOf('/set', body)).toEqual({ status: 400, code });
  });

  test('key queries go in key order, by prefix, page by page', () => {
    for (const key of ['b#2', 'a', 'b#1', 'b#3', 'c']) ask('/set', { key, value: key });
    const where = [{ property: 'key', condition: 'BEGINS_WITH', values: ['b#'] }];
    const first = ask('/query', { where, limit: 2 }).body as { data: { key: string }[]; cursor: string };
    expect(first.data.map((row) => row.key)).toEqual(['b#1', 'b#2']);
    const second = ask('/query', { where, limit: 2, after: first.cursor }).body as {
      data: { key: string }[];
      cursor?: string;
    };
    expect(second.data.map((row) => row.key)).toEqual(['b#3']);
    expect(second.cursor).toBeUndefined();
  });
});

describe('entities', () => {
  test.each([
    [{ count: 1.5 }, 'INVALID_ENTITY_VALUE'],
    [{ count: 2 ** 31 }, 'INVALID_ENTITY_VALUE'],
    [{ state: ' ' }, 'INVALID_ENTITY_VALUE'],
    [{ other: 1 }, 'INVALID_ENTITY_ATTRIBUTE'],
    [[], 'INVALID_ENTITY_VALUE'],
  ])('refuses the value %j', (value, code) => {
    expect(codeOf('/entity/set', { entityName: 'note', key: 'a', value })).toEqual({ status: 400, code });
  });

  test('an undeclared entity does not exist', () => {
    expect(codeOf('/entity/get', { entityName: 'nothing', key: 'a' }).code).toBe('INVALID_ENTITY_TYPE');
  });

  test('queries walk one partition in range order, both ways', () => {
    setNote('a', { state: 'open', due: '2026-01-03' });
    setNote('b', { state: 'open', due: '2026-01-01' });
    setNote('c', { state: 'done', due: '2026-01-02' });
    const index = { indexName: 'by-state-due', partition: ['open'] };
    expect(keys(index)).toEqual(['b', 'a']);
    expect(keys({ ...index, sort: 'DESC' })).toEqual(['a', 'b']);
    expect(keys({ ...index, range: { condition: 'LESS_THAN_EQUAL_TO', values: ['2026-01-02'] } })).toEqual([
      'b',
    ]);
    expect(
      keys({ indexName: 'due', range: { condition: 'BETWEEN', values: ['2026-01-02', '2026-01-03'] } }),
    ).toEqual(['c', 'a']);
    expect(keys({ indexName: 'by-key' })).toEqual(['a', 'b', 'c']);
  });

  test('numbers are ordered as numbers', () => {
    for (const count of [10, 9, -1]) setNote(`n${count < 0 ? 'minus' : count}`, { state: 'open', count });
    expect(keys({ indexName: 'by-state-count', partition: ['open'] })).toEqual(['nminus', 'n9', 'n10']);
  });

  test('a changed or removed value leaves its old place in the index', () => {
    setNote('a', { state: 'open', due: '1' });
    setNote('a', { state: 'done', due: '1' });
    expect(keys({ indexName: 'by-state-due', partition: ['open'] })).toEqual([]);
    ask('/entity/delete', { entityName: 'note', key: 'a' });
    expect(keys({ indexName: 'by-state-due', partition: ['done'] })).toEqual([]);
  });

  test('values without the indexed attributes are not in that index', () => {
    setNote('a', { state: 'open' });
    expect(keys({ indexName: 'by-state-due', partition: ['open'] })).toEqual([]);
  });

  test.each([
    [{ indexName: 'missing' }, 400, 'INVALID_ENTITY_INDEX'],
    [{ indexName: 'by-state-due' }, 400, 'QUERY_WHERE_INVALID'],
    [{ indexName: 'due', limit: 101 }, 400, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'],
    [{ indexName: 'due', filters: { and: [] } }, 400, 'INVALID_REQUEST'],
    [{ indexName: 'due', cursor: 'made-up' }, 400, 'INVALID_CURSOR'],
  ])('refuses the query %j', (body, status, code) => {
    expect(codeOf('/entity/query', { entityName: 'note', ...body })).toEqual({ status, code });
  });

  test('a stale index answers the old value until it catches up; get never does', () => {
    setNote('a', { state: 'open', due: '1' });
    staleMs = 2000;
    setNote('a', { state: 'done', due: '1' });
    expect(query({ indexName: 'by-state-due', partition: ['open'] }).data).toEqual([
      { key: 'a', value: { state: 'open', due: '1' } },
    ]);
    expect(ask('/entity/get', { entityName: 'note', key: 'a' }).body).toMatchObject({
      value: { state: 'done' },
    });
    now += 2001;
    expect(keys({ indexName: 'by-state-due', partition: ['open'] })).toEqual([]);
    expect(keys({ indexName: 'by-state-due', partition: ['done'] })).toEqual(['a']);
  });
});

describe('several keys at once', () => {
  test('a batch answers for each key by itself', () => {
    const answer = ask('/batch/set', [
      { key: 'ok', value: 1 },
      { key: 'note', entityName: 'note', value: { count: 'x' } },
    ]);
    expect(answer.body).toMatchObject({
      successfulKeys: [{ key: 'ok' }],
      failedKeys: [{ key: 'note', entityName: 'note', error: { code: 'INVALID_ENTITY_VALUE' } }],
    });
  });

  test('a batch leaves undone what the service is too busy for, and names it', () => {
    const busyFor = (key: string) => {
      const keys = ['a', 'b', 'c'];
      return () => keys.shift() === key;
    };
    const batch = (kind: string, items: readonly object[]) =>
      answerKvs(store, `/batch/${kind}`, items, busyFor('b')).body;
    const refused = { failedKeys: [{ key: 'b', error: { code: 'RATE_LIMIT_EXCEEDED' } }] };
    const keys = ['a', 'b', 'c'].map((key) => ({ key }));
    const stored = () => keys.map(({ key }) => ask('/get', { key }).status);
    expect(
      batch(
        'set',
        keys.map(({ key }) => ({ key, value: 1 })),
      ),
    ).toMatchObject(refused);
    expect(stored()).toEqual([200, 404, 200]);
    ask('/set', { key: 'b', value: 1 });
    expect(batch('delete', keys)).toMatchObject({ ...refused, successfulKeys: [{ key: 'a' }, { key: 'c' }] });
    expect(stored()).toEqual([404, 200, 404]);
  });

  test('a batch of none, too many or equal keys is refused whole', () => {
    expect(ask('/batch/get', []).status).toBe(400);
    expect(
      ask(
        '/batch/get',
        Array.from({ length: 26 }, (_, n) => ({ key: `k${n}` })),
      ).status,
    ).toBe(400);
    expect(ask('/batch/get', [{ key: 'a' }, { key: 'a' }]).status).toBe(400);
  });

  test('a transaction writes all or nothing', () => {
    setNote('a', { state: 'open', count: 1 });
    const bump = (from: number) =>
      ask('/transaction', {
        set: [
          { key: 'plain', value: from },
          {
            key: 'a',
            entityName: 'note',
            value: { state: 'open', count: from + 1 },
            conditions: { and: [{ property: 'count', condition: 'EQUAL_TO', values: [from] }] },
          },
        ],
      });
    expect(bump(1).status).toBe(204);
    expect(bump(1).status).toBe(409);
    expect(ask('/get', { key: 'plain' }).body).toMatchObject({ value: 1 });
    expect(ask('/entity/get', { entityName: 'note', key: 'a' }).body).toMatchObject({ value: { count: 2 } });
  });

  test('a refused value rolls back what the transaction wrote before it', () => {
    const answer = ask('/transaction', {
      set: [
        { key: 'first', value: 1 },
        { key: 'second', value: null },
      ],
    });
    expect(answer.status).toBe(400);
    expect(ask('/get', { key: 'first' }).status).toBe(404);
  });

  test('conditions can ask that a value does not exist yet', () => {
    const create = {
      set: [
        {
          key: 'a',
          entityName: 'note',
          value: { state: 'x' },
          conditions: { and: [{ property: 'state', condition: 'NOT_EXISTS', values: [true] }] },
        },
      ],
    };
    expect(ask('/transaction', create).status).toBe(204);
    expect(ask('/transaction', create).status).toBe(409);
  });

  test.each([
    [{ property: 'extra', condition: 'EXISTS', values: [true] }, 422, 'INVALID_FILTER_CONDITION'],
    [{ property: 'count', condition: 'EQUAL_TO', values: ['1'] }, 400, 'INVALID_FILTER_VALUES'],
    [{ property: 'count', condition: 'GREATER_THAN', values: [1] }, 400, 'INVALID_FILTER_CONDITION'],
  ])('refuses the condition %j', (condition, status, code) => {
    const set = [{ key: 'a', entityName: 'note', value: {}, conditions: { and: [condition] } }];
    expect(codeOf('/transaction', { set })).toEqual({ status, code });
  });

  test('conditions on plain keys are refused', () => {
    const conditions = { and: [{ property: 'a', condition: 'EXISTS', values: [true] }] };
    expect(ask('/transaction', { set: [{ key: 'a', value: 1, conditions }] }).status).toBe(400);
  });
});

describe('usage', () => {
  test('bytes written and read are counted; an empty read counts a kilobyte', () => {
    const written = ask('/set', { key: 'key', value: 'four' }).usage;
    expect(written).toEqual({ readBytes: 0, writtenBytes: 9 });
    expect(ask('/get', { key: 'key' }).usage.readBytes).toBe(9);
    expect(ask('/get', { key: 'none' }).usage.readBytes).toBe(1024);
  });

  test('a query that finds nothing is billed a kilobyte', () => {
    const answer = ask('/entity/query', { entityName: 'note', indexName: 'due' });
    expect(answer.body).toEqual({ data: [] });
    expect(answer.usage.readBytes).toBe(1024);
  });
});
