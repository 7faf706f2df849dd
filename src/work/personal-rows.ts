/**
 * How former users are taken out of what is stored. Each subject declares the kinds of rows it keeps, all of them: a test
 * compares them with the manifest and with what a site has stored.
 */
import { kvs } from '@forge/kvs';
import { type FormerPeople, valueWithoutFormer, withoutFormer } from '../kernel/former-people';
import { sameValues } from '../kernel/same-values';
import { removeAll } from '../platform/storage/batch';
import { blobWrites, dropChunks, isChunked, readHead, readWhole } from '../platform/storage/blobs';
import { packed, unpacked } from '../platform/storage/packed';
import { guarded, transact, type Write } from '../platform/storage/transact';
import { CONFLICT, untilWritten } from './update';

/** Takes former users out of the row under a key. Safe to repeat, and for a row that is gone. */
export type Erase = (key: string, former: FormerPeople) => Promise<void>;

/** One kind of stored rows: an entity of the manifest, or the plain keys that begin so. */
export type PersonalRows =
  | { readonly entity: string; readonly erase: Erase }
  | { readonly prefix: string; readonly erase: Erase };

type Row = Readonly<Record<string, unknown>>;
const readRow = (entity: string, key: string): Promise<Row | undefined> =>
  guarded(() => kvs.entity<Row>(entity).get(key));

/**
 * Rows of an entity, their keys included. `guard` is an attribute that tells whether a row was changed since it was read.
 * It is not counted on: whoever is about to write need not begin anew, and what they bring back is found a week later.
 * A row under somebody's own key gets another key, or goes where it was about nobody else.
 */
export const rowsOf = (entity: string, guard = 'rev', theirs: 'kept' | 'removed' = 'kept'): PersonalRows => ({
  entity,
  erase: (key, former) =>
    untilWritten(async () => {
      const value = await readRow(entity, key);
      if (value === undefined) return;
      const row = { key, value };
      const next = valueWithoutFormer(row, former);
      if (sameValues(next, row)) return;
      const expect = { attribute: guard, is: value[guard] };
      const set: Write = { kind: 'setRow', entity, ...next, expect, anchor: guard };
      const moved: readonly Write[] =
        next.key === key
          ? [set]
          : [
              ...(theirs === 'kept' ? [{ ...set, expect: 'any' } as const] : []),
              { kind: 'deleteRow', entity, key, expect },
            ];
      return (await transact(moved)) === 'done' ? undefined : CONFLICT;
    }),
});

interface Keeping {
  /** A row that changes with the documents: they are written only while it stands. What has none is written once, or made anew. */
  readonly guard?: { readonly entity: string; readonly key: string };
  /** Days for which a document is kept, where that is not for ever. */
  readonly days?: number;
}

/** Documents under plain keys, in chunks or packed as they may be. One under a key that names a former user was theirs, and goes. */
export const documentsUnder = (prefix: string, keeping: Keeping = {}): PersonalRows => ({
  prefix,
  erase: eraseDocument(keeping),
});

/** The same for one document. */
export const eraseDocument =
  ({ guard, days }: Keeping = {}): Erase =>
  (key, former) =>
    untilWritten(async () => {
      const before = guard && (await readRow(guard.entity, guard.key));
      const head = await readHead(key);
      const stored = await readWhole(key);
      if (stored === undefined) return;
      const isTheirs = withoutFormer(key, former) !== key;
      const value = isTheirs ? undefined : documentWithoutFormer(stored, former);
      if (value === stored) return;
      if (value !== undefined && days !== undefined) {
        await guarded(() => kvs.set(key, value, { ttl: { value: days, unit: 'DAYS' } }));
        return;
      }
      const writes: readonly Write[] =
        value === undefined
          ? [{ kind: 'delete', key }]
          : isChunked(head)
            ? blobWrites(key, value as object, crypto.randomUUID().slice(0, 8))
            : [{ kind: 'set', key, value }];
      const checks: readonly Write[] =
        guard && before ? [{ kind: 'check', ...guard, expect: { attribute: 'rev', is: before.rev } }] : [];
      if ((await transact([...writes, ...checks])) === 'done') return dropChunks(key, head);
      await removeAll(writes.map((write) => write.key).filter((each) => each !== key));
      return CONFLICT;
    });

/** What a stored document says, as text. */
export const textOf = (stored: unknown): string => unpacked(stored) ?? JSON.stringify(stored);

function documentWithoutFormer(stored: unknown, former: FormerPeople): unknown {
  const before = textOf(stored);
  const after = withoutFormer(before, former);
  if (after === before) return stored;
  return unpacked(stored) === null ? (JSON.parse(after) as unknown) : packed(after);
}
