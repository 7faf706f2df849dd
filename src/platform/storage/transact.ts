import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import { storageBusy } from '../../kernel/errors';
import { countRead } from './units-read';

/** What must hold of a stored row before it may be written. `rev: 0` and `absent` both mean there is no such row yet. */
export type Expectation = { readonly rev: number } | Unchanged | 'absent' | 'any';

/** An attribute of the row still is what was read. */
export interface Unchanged {
  readonly attribute: string;
  readonly is: unknown;
}

/** Forge takes no more in one transaction. */
export const MOST_WRITES = 25;

/** One write of a transaction: all of them happen, or none. At most 25, and each key once. */
export type Write =
  | {
      readonly kind: 'setRow';
      readonly entity: string;
      readonly key: string;
      readonly value: Readonly<Record<string, unknown>>;
      readonly expect: Expectation;
      /** An attribute every row of this entity has. */
      readonly anchor: string;
    }
  | {
      readonly kind: 'deleteRow';
      readonly entity: string;
      readonly key: string;
      readonly expect: { readonly rev: number } | Unchanged | 'any';
    }
  /** Writes nothing: the others are written only where it holds. */
  | { readonly kind: 'check'; readonly entity: string; readonly key: string; readonly expect: Unchanged }
  /** A plain key; gone after so many days where it says so. */
  | { readonly kind: 'set'; readonly key: string; readonly value: unknown; readonly days?: number }
  | { readonly kind: 'delete'; readonly key: string };

export type Outcome = 'done' | 'conflict';

/** Writes everything or nothing. `conflict` when an expectation does not hold. Throws STORAGE_BUSY when throttled. */
export async function transact(writes: readonly Write[]): Promise<Outcome> {
  const builder = kvs.transact();
  for (const write of writes) {
    switch (write.kind) {
      case 'setRow':
        builder.set(write.key, write.value, {
          entityName: write.entity,
          conditions: conditionOf(write.expect, write.anchor),
        });
        break;
      case 'deleteRow':
        builder.delete(write.key, { entityName: write.entity, conditions: conditionOf(write.expect, 'rev') });
        break;
      case 'check':
        builder.check(write.key, { entityName: write.entity, conditions: unchanged(write.expect) });
        break;
      case 'set':
        if (write.days === undefined) builder.set(write.key, write.value);
        // The fourth argument: given as the third, the time is dropped without a word.
        else builder.set(write.key, write.value, undefined, { ttl: { value: write.days, unit: 'DAYS' } });
        break;
      case 'delete':
        builder.delete(write.key);
        break;
    }
  }
  try {
    await guarded(() => builder.execute());
    return 'done';
  } catch (error) {
    if (isConflict(error)) return 'conflict';
    throw error;
  }
}

/** Runs a storage call; a throttled one becomes STORAGE_BUSY, which may be tried again. */
export async function guarded<T>(call: () => Promise<T>): Promise<T> {
  try {
    const answer = await call();
    countRead(answer);
    return answer;
  } catch (error) {
    if (isBusy(error)) throw storageBusy(error);
    throw error;
  }
}

function conditionOf(expect: Expectation, anchor: string) {
  if (expect === 'any') return undefined;
  if (expect === 'absent' || ('rev' in expect && expect.rev === 0)) {
    return new Filter<Record<string, unknown>>().and(anchor, FilterConditions.notExists());
  }
  return unchanged('rev' in expect ? { attribute: 'rev', is: expect.rev } : expect);
}

const unchanged = ({ attribute, is }: Unchanged) =>
  new Filter<Record<string, unknown>>().and(attribute, FilterConditions.equalTo(is as string | number));

const isConflict = (error: unknown): boolean =>
  error instanceof ForgeKvsAPIError &&
  (error.responseDetails.status === 409 ||
    error.responseDetails.status === 412 ||
    /CONDITION/.test(error.code));

const BUSY_CODES = ['RATE_LIMIT_EXCEEDED', 'TOO_MANY_REQUESTS'];

const isBusy = (error: unknown): boolean =>
  error instanceof ForgeKvsAPIError &&
  (error.responseDetails.status === 429 ||
    error.responseDetails.status >= 500 ||
    BUSY_CODES.includes(error.code));
