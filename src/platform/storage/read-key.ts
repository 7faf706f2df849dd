/** What stands under a key. What is asked for in the same moment is read in one batch: Forge counts requests, not keys. */
import { kvs } from '@forge/kvs';
import { storageBusy } from '../../kernel/errors';
import { askBatch, type Name } from './batch';
import { guarded } from './transact';

interface Asked extends Name {
  readonly found: (value: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/** A value may have 240 KiB, and an answer 4 MB. */
const MOST_AT_ONCE = 10;

let asked: Asked[] = [];

/**
 * The value under a plain key, or the row of an entity; `undefined` when there is none. Strongly consistent.
 * @throws AppFailure STORAGE_BUSY when it could not be read: what is unread is not absent.
 */
export function readKey(name: Name): Promise<unknown> {
  return new Promise((found, failed) => {
    if (asked.length === 0) queueMicrotask(readAsked);
    asked.push({ ...name, found, failed });
  });
}

function readAsked(): void {
  const all = asked;
  asked = [];
  for (let start = 0; start < all.length; start += MOST_AT_ONCE)
    void readSome(all.slice(start, start + MOST_AT_ONCE));
}

async function readSome(some: readonly Asked[]): Promise<void> {
  const names = new Map(
    some.map(({ key, entityName }) => [nameOf({ key, entityName }), { key, entityName }]),
  );
  const [first, ...others] = names.values();
  try {
    const read = first && others.length === 0 ? await alone(first) : await together([...names.values()]);
    for (const each of some) {
      const value = read.get(nameOf(each));
      if (value instanceof Error) each.failed(value);
      else each.found(value);
    }
  } catch (error) {
    for (const { failed } of some) failed(error);
  }
}

async function alone({ key, entityName }: Name): Promise<ReadonlyMap<string, unknown>> {
  const read = await guarded(() =>
    entityName === undefined ? kvs.get<unknown>(key) : kvs.entity<unknown>(entityName).get(key),
  );
  return new Map([[nameOf({ key, entityName }), read]]);
}

/** One that could not be read is answered as its failure: the others stand. */
async function together(names: readonly Name[]): Promise<ReadonlyMap<string, unknown>> {
  const { rows, unread } = await askBatch(names);
  return new Map<string, unknown>([
    ...rows.map((row) => [nameOf(row), row.value] as const),
    ...unread.map((name) => [nameOf(name), storageBusy()] as const),
  ]);
}

const nameOf = ({ key, entityName = '' }: Name): string => `${entityName} ${key}`;
