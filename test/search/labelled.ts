/** The labelled queries against the demo catalog, as one person would search who may order everything in it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { configDocument } from '../../local/demo/config';
import type { ItemCard } from '../../src/catalog/domain/call-answers';
import { searchedWords, tileOf } from '../../src/catalog/domain/item/tile';
import type { Category, PublishedItem } from '../../src/catalog/domain/model';
import { indexItems, saidIn } from '../../static/portal/search/item-index';
import type { TextIndex } from '../../static/portal/search/text-index';

const schema = v.object({
  items: v.record(v.string(), v.array(v.string())),
  articles: v.array(v.object({ query: v.string(), pages: v.array(v.string()) })),
});
export const LABELLED = v.parse(schema, parse(readFileSync(path.join(__dirname, 'queries.yml'), 'utf8')));

interface Labelled {
  readonly query: string;
  readonly item: string;
  /** Not looked at while the ranking and the keywords were chosen. */
  readonly heldOut: boolean;
}

const HELD_OUT = 4;
export const QUERIES: readonly Labelled[] = Object.entries(LABELLED.items)
  .flatMap(([item, queries]) => queries.map((query) => ({ item, query })))
  .map((each, at) => ({ ...each, heldOut: at % HELD_OUT === HELD_OUT - 1 }));

/** The cards of the demo catalog, and their index with its search words. */
export function demoSite(): { readonly index: TextIndex; readonly cards: ReadonlyMap<string, ItemCard> } {
  const { sections } = configDocument({ groupId: (name) => name, pageId: (id) => id });
  const published = sections.item.map(
    ({ id, content }) => ({ id, version: 1, publishedAt: '', content }) as unknown as PublishedItem,
  );
  const names = new Map(
    (sections.category as unknown as readonly Category[]).map(({ id, name }) => [id, saidIn(name)]),
  );
  const words = new Map(published.map(({ id, content }) => [id, searchedWords(content)]));
  const cards = published.map(tileOf);
  return { index: indexItems(cards, names, [], words), cards: new Map(cards.map((card) => [card.id, card])) };
}

export interface Figures {
  readonly count: number;
  readonly first: number;
  readonly three: number;
  /** What was not among the first three, and what was found first instead. */
  readonly missed: readonly string[];
}

/** How many of the queries find their item first, and among the first three. */
export function figuresOf(index: TextIndex, queries: readonly Labelled[]): Figures {
  const places = queries.map(({ query, item }) => {
    const ids = index.search(query).found.map(({ id }) => id);
    return { place: ids.indexOf(item), told: `${query} (${item}): ${ids.slice(0, 3).join(', ')}` };
  });
  const within = (most: number) => places.filter(({ place }) => place >= 0 && place < most);
  return {
    count: queries.length,
    first: within(1).length / queries.length,
    three: within(3).length / queries.length,
    missed: places.filter(({ place }) => place !== 0).map(({ told }) => told),
  };
}
