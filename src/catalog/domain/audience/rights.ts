/** Whether somebody may edit what stands in the catalog: one answer for calls, lists and screens. */
import type { AccountId, CatalogStructure, Category } from '../model';

/** Who asks. */
export interface Editing {
  readonly accountId: AccountId;
  /** A role lets them edit all of the catalog. */
  readonly all: boolean;
}

export type Around = Pick<CatalogStructure, 'catalogs' | 'categories' | 'services'>;

/** What of an item decides who may edit it. */
export interface OwnedItem {
  readonly owner: AccountId;
  readonly serviceId: string;
  readonly categoryIds: readonly string[];
}

/** Ids of the catalogs whose categories and items somebody may edit. */
export const managedBy = (
  { accountId, all }: Editing,
  { catalogs }: Pick<Around, 'catalogs'>,
): ReadonlySet<string> =>
  new Set(catalogs.filter(({ managers }) => all || managers.includes(accountId)).map(({ id }) => id));

/** Whether a category may be saved so, in the place of the one it was. */
export const maySaveCategory = (
  who: Editing,
  former: Pick<Category, 'catalogId'> | undefined,
  next: Pick<Category, 'catalogId'>,
  around: Around,
): boolean => {
  const managed = managedBy(who, around);
  return [next, ...(former ? [former] : [])].every(({ catalogId }) => who.all || managed.has(catalogId));
};

/**
 * Whether somebody may edit, publish and retire an item: its owner, the owner of its service, and whoever manages every catalog it
 * is in. One that is in no category that is there is for those who may edit all, and its owners.
 */
export const mayEditItem = (who: Editing, item: OwnedItem, around: Around): boolean =>
  who.all ||
  item.owner === who.accountId ||
  around.services.some(({ id, owner }) => id === item.serviceId && owner === who.accountId) ||
  managesAll(who, item.categoryIds, around);

/**
 * Whether they may save it so: who may edit it may, but may put it only into catalogs that it is in already or that they manage. A
 * new item is made by those who manage the catalogs it is put into.
 */
export function maySaveItem(
  who: Editing,
  former: OwnedItem | null,
  next: Pick<OwnedItem, 'categoryIds'>,
  around: Around,
): boolean {
  if (who.all) return true;
  if (former === null) return managesAll(who, next.categoryIds, around);
  if (!mayEditItem(who, former, around)) return false;
  const managed = managedBy(who, around);
  const present = new Set(former.categoryIds.map(catalogIn(around)));
  return next.categoryIds.every((id) => {
    const catalog = catalogIn(around)(id);
    return (
      former.categoryIds.includes(id) ||
      (catalog !== undefined && (managed.has(catalog) || present.has(catalog)))
    );
  });
}

function managesAll(who: Editing, categoryIds: readonly string[], around: Around): boolean {
  const managed = managedBy(who, around);
  return categoryIds.length > 0 && categoryIds.every((id) => managed.has(catalogIn(around)(id) ?? ''));
}

const catalogIn =
  ({ categories }: Pick<Around, 'categories'>) =>
  (categoryId: string): string | undefined =>
    categories.find(({ id }) => id === categoryId)?.catalogId;
