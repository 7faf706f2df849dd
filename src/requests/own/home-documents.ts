/** What somebody has set on their home: one small row a person and kind, which goes with them. */
import * as v from 'valibot';
import { documentStore } from '../../platform/storage/documents';
import { rebuildable } from '../../platform/storage/blobs';
import type { Write } from '../../platform/storage/transact';
import { markWrite } from '../../work/home-marks';
import { update } from '../../work/update';

interface Change<T, R> {
  readonly next: T;
  /** What is written with it. */
  readonly also?: readonly Write[];
  readonly answer: R;
}

interface HomeDocument<T> {
  /** Nothing set yet where what is stored can't be understood, which is noted for the health page. */
  readonly read: (accountId: string) => Promise<T>;
  /**
   * Changes it, and notes that their home has changed; whoever is slower decides again. Answers what was decided.
   * @throws AppFailure STORAGE_CORRUPT: what can't be understood is not written over
   */
  readonly change: <R>(accountId: string, decide: (value: T) => Change<T, R>) => Promise<R>;
}

interface Row<T> {
  readonly schema: 1;
  readonly id: string;
  readonly rev: number;
  readonly value: T;
}

/** The documents of one kind. */
export function homeDocument<T>(kind: string, value: v.GenericSchema<unknown, T>, none: T): HomeDocument<T> {
  const store = documentStore<Row<T>>(
    v.object({ schema: v.literal(1), id: v.string(), rev: v.number(), value }),
  );
  const keyOf = (accountId: string): string => `home-${kind}:${accountId}`;
  return {
    read: async (accountId) => (await rebuildable(() => store.get(keyOf(accountId))))?.value ?? none,
    change: (accountId, decide) =>
      update(store, keyOf(accountId), (row) => {
        const { next, also = [], answer } = decide(row?.value ?? none);
        return {
          next: { schema: 1, id: keyOf(accountId), rev: 0, value: next },
          also: [...also, markWrite(accountId)],
          answer,
        };
      }),
  };
}

/** A list, the newest first, with one put first or taken off; beyond so many the oldest goes. */
export const toggled = (list: readonly string[], id: string, isOn: boolean, most: number): string[] => {
  const others = list.filter((each) => each !== id);
  return (isOn ? [id, ...others] : others).slice(0, most);
};
