import type { ItemRow } from './contract';
import { checkItem, errorsOf } from './domain/check-item';
import type { Catalog, Category, Item, Service } from './domain/model';
import { surroundings } from './publish-item';
import { items, MAX_ITEMS, readPublished } from './store';

export interface CatalogList {
  readonly items: readonly ItemRow[];
  readonly services: readonly Service[];
  readonly catalogs: readonly Catalog[];
  readonly categories: readonly Category[];
}

/**
 * What the catalog is made of. Every item of every state, with how many errors stop it from being published, only for those
 * who manage or audit it: others who work with its services learn of no item.
 */
export async function listItems(withItems: boolean): Promise<CatalogList> {
  const [catalog, all] = await Promise.all([readPublished(), withItems ? allItems() : []]);
  const around = surroundings(catalog);
  return {
    items: all.map((item) => ({
      id: item.id,
      name: item.content.name,
      state: item.state,
      version: item.version,
      dirty: item.dirty,
      serviceId: item.content.serviceId,
      owner: item.content.owner,
      updatedAt: item.updatedAt,
      problems: errorsOf(checkItem(item.content, around)).length,
    })),
    services: catalog.services,
    catalogs: catalog.catalogs,
    categories: catalog.categories,
  };
}

/** Stored items of every state, by id. */
export async function allItems(): Promise<readonly Item[]> {
  const states: readonly Item['state'][] = ['draft', 'published', 'retired'];
  const lists = await Promise.all(
    states.map((state) => items.queryAll({ index: 'by-state', partition: [state] }, MAX_ITEMS)),
  );
  return lists.flat().toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
