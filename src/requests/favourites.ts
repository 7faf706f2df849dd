/** The items that somebody has given a star: one small document a person, which goes with them. */
import * as v from 'valibot';
import { readKey } from '../platform/storage/read-key';
import { transact } from '../platform/storage/transact';
import { markWrite } from './home-marks';

/** Erased with all that a home keeps of a person: see `personal.ts`. */
const keyOf = (accountId: string): string => `home-favourites:${accountId}`;
/** Beyond that the oldest star goes. */
const MOST = 100;

const schema = v.object({ schema: v.literal(1), items: v.array(v.string()) });

/** The newest first; none where what is stored can't be understood. */
export async function readFavourites(accountId: string): Promise<string[]> {
  const stored = v.safeParse(schema, await readKey({ key: keyOf(accountId) }));
  return stored.success ? stored.output.items : [];
}

/** Gives an item a star or takes it away; the same wish twice comes to the same. Answers all of them. */
export async function setFavourite(accountId: string, itemId: string, isOn: boolean): Promise<string[]> {
  const others = (await readFavourites(accountId)).filter((id) => id !== itemId);
  const items = (isOn ? [itemId, ...others] : others).slice(0, MOST);
  await transact([{ kind: 'set', key: keyOf(accountId), value: { schema: 1, items } }, markWrite(accountId)]);
  return items;
}
