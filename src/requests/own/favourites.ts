/** The items that somebody has given a star. */
import * as v from 'valibot';
import { homeDocument, toggled } from './home-documents';

/** Beyond that the oldest star goes. */
const MOST = 100;

const documents = homeDocument('favourites', v.object({ items: v.array(v.string()) }), { items: [] });

/** The newest first. */
export const readFavourites = async (accountId: string): Promise<string[]> =>
  (await documents.read(accountId)).items;

/** Gives an item a star or takes it away; the same wish twice comes to the same. Answers all of them. */
export const setFavourite = (accountId: string, itemId: string, isOn: boolean): Promise<string[]> =>
  documents.change(accountId, (own) => {
    const items = toggled(own.items, itemId, isOn, MOST);
    return { next: { items }, answer: items };
  });
