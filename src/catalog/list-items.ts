import type { CatalogList } from './domain/call-answers';
import type { CatalogStructure, ItemHead } from './domain/model';
import { allHeads } from './item-store';
import { surroundings } from './publish-item';
import { readHead, structureOf } from './store';

/**
 * What the catalog is made of. Every item of every state, with how many errors stop it from being published, only for those
 * who manage or audit it: others who work with its services learn of no item.
 */
export async function listItems(withItems: boolean): Promise<CatalogList> {
  const [structure, all] = await Promise.all([readHead().then(structureOf), withItems ? allHeads() : []]);
  const problemsOf = problemsIn(structure);
  return {
    services: structure.services.map(({ id, name, owner }) => ({ id, name, owner })),
    categories: structure.categories.map(({ id, name }) => ({ id, name })),
    items: all.map((head) => ({
      id: head.id,
      name: head.name,
      state: head.state,
      version: head.version,
      dirty: head.dirty,
      serviceId: head.serviceId,
      updatedAt: head.updatedAt,
      problems: problemsOf(head),
    })),
  };
}

/** An item's own errors, and what it refers to that is not there. */
function problemsIn(structure: CatalogStructure): (head: ItemHead) => number {
  const { categoryIds, serviceIds } = surroundings(structure);
  return (head) =>
    head.errors +
    head.categoryIds.filter((id) => !categoryIds.has(id)).length +
    (serviceIds.has(head.serviceId) ? 0 : 1);
}
