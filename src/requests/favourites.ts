/** The items that somebody has given a star. */
import * as v from 'valibot';
import { transact } from '../platform/storage/transact';
import { homeDocument, toggled } from './home-documents';

/** Beyond that the oldest star goes. */
const MOST = 100;

const documents = homeDocument('favourites', v.object({ schema: v.literal(1), items: v.array(v.string()) }), {
  schema: 1,
  items: [],
});

/** The newest first. */
export const readFavourites = async (accountId: string): Promise<string[]> =>
  (await documents.read(accountId)).items;

/** Gives an item a star or takes it away; the same wish twice comes to the same. Answers all of them. */
export async function setFavourite(accountId: string, itemId: string, isOn: boolean): Promise<string[]> {
  const items = toggled(await readFavourites(accountId), itemId, isOn, MOST);
  await transact(documents.writes(accountId, { schema: 1, items }));
  return items;
}
