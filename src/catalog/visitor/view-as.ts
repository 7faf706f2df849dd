import { notFound } from '../../kernel/errors';
import { type Looking, noteViewedAs, personOr } from './as-person';
import type { ViewedItem } from '../domain/call-answers';
import { mayEditItem } from '../domain/audience/rights';
import type { Hidden } from '../domain/audience/why-hidden';
import type { CatalogStanding } from '../items/editing';
import { tilesOf } from '../records/store';
import { whyEachHidden } from './visible-items';

interface Wanted {
  readonly person: string;
  /** Only what is in this catalog. */
  readonly catalog?: string | undefined;
}

/**
 * Which published items somebody would see, and what hides the others from them: of those that the caller edits, or of all where they
 * read all. Looking as another is written down before it is answered. @throws AppFailure NOT_FOUND for a catalog that is not there
 */
export async function viewAs(
  { person, catalog }: Wanted,
  caller: Looking,
  { who, reads, managed, head, structure }: CatalogStanding,
): Promise<readonly ViewedItem[]> {
  const { categories, catalogs } = structure;
  const chosen = catalogs.find(({ id }) => id === catalog);
  if (catalog !== undefined && chosen === undefined) throw notFound('The catalog');
  const within = new Set(
    categories.flatMap(({ id, catalogId }) => (chosen === undefined || catalogId === chosen.id ? [id] : [])),
  );
  const tiles = (await tilesOf(head)).filter(
    (tile) =>
      (chosen === undefined || tile.categoryIds.some((id) => within.has(id))) &&
      (reads || mayEditItem(who, tile, structure)),
  );
  const hidden = await whyEachHidden(tiles, personOr(caller, person), categories);
  if (person !== caller.accountId) await noteViewedAs(caller, person, chosen?.name);
  const catalogOf = new Map(categories.map(({ id, catalogId }) => [id, catalogId]));
  /** What a category asks of people is for those who manage it: others are told which one it is. */
  const told = (why: Hidden): Hidden => {
    const { categoryId } = why;
    if (reads || categoryId === undefined || managed.has(catalogOf.get(categoryId) ?? '')) return why;
    return { by: why.by, categoryId };
  };
  return tiles.map(({ id, name, categoryIds }, at) => {
    const why = hidden[at] ?? null;
    return { id, name, categoryIds, hidden: why && told(why) };
  });
}
