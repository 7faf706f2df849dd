/** What somebody has set on their home: one small document a person and kind, which goes with them. */
import * as v from 'valibot';
import { readKey } from '../platform/storage/read-key';
import type { Write } from '../platform/storage/transact';
import { markWrite } from '../work/home-marks';

interface HomeDocument<T> {
  /** Nothing set yet where what is stored can't be understood. */
  readonly read: (accountId: string) => Promise<T>;
  /** Of a transaction: the document, and a note that their home has changed. */
  readonly writes: (accountId: string, value: T) => readonly Write[];
}

/** The documents of one kind. They are erased with all that a home keeps of a person: see `personal.ts`. */
export function homeDocument<T>(kind: string, schema: v.GenericSchema<unknown, T>, none: T): HomeDocument<T> {
  const keyOf = (accountId: string): string => `home-${kind}:${accountId}`;
  return {
    read: async (accountId) => {
      const stored = v.safeParse(schema, await readKey({ key: keyOf(accountId) }));
      return stored.success ? stored.output : none;
    },
    writes: (accountId, value) => [{ kind: 'set', key: keyOf(accountId), value }, markWrite(accountId)],
  };
}

/** A list, the newest first, with one put first or taken off; beyond so many the oldest goes. */
export const toggled = (list: readonly string[], id: string, isOn: boolean, most: number): string[] => {
  const others = list.filter((each) => each !== id);
  return (isOn ? [id, ...others] : others).slice(0, most);
};
