/** Who may edit what of the catalog, from rows already read. The role is asked first: who holds it makes nobody read a row. */
import * as v from 'valibot';
import { forbidden } from '../../kernel/errors';
import { type Caller, holds } from '../../platform/identity/caller';
import { mayCreateIn } from '../../platform/jira/issues/issue-access';
import { orThrow } from '../../platform/storage/entities';
import type { CatalogStructure, Fulfilment, ItemHead } from '../domain/model';
import { categorySchema } from '../domain/parts-schema';
import {
  type Editing,
  managedBy,
  mayEditItem,
  maySaveCategory,
  maySaveItem,
  type OwnedItem,
} from '../domain/audience/rights';
import { heads, readItem } from '../records/item-store';
import { type CatalogHead, readHead, readStructure, structureOf } from '../records/store';

const editingOf = async (caller: Caller): Promise<Editing> => ({
  accountId: caller.accountId,
  all: holds(await caller.standing(), ['catalogManager']),
});

/** What somebody may do in the settings of the catalog. */
export interface CatalogStanding {
  readonly who: Editing;
  /** Sees all of it, whatever they may edit. */
  readonly reads: boolean;
  readonly head: CatalogHead;
  readonly structure: CatalogStructure;
  readonly managed: ReadonlySet<string>;
  readonly ownServices: readonly string[];
}

/** @throws FORBIDDEN for those who neither hold a role nor manage a catalog nor own a service or an item. */
export async function catalogStanding(caller: Caller): Promise<CatalogStanding> {
  const standing = await standingIn(caller);
  if (standing === null) throw forbidden('catalogManager');
  return standing;
}

/** The same; `null` for those who only manage SLAs, and work with services alone. @throws FORBIDDEN */
export async function structureStanding(caller: Caller): Promise<CatalogStanding | null> {
  const standing = await standingIn(caller);
  if (standing === null && !holds(await caller.standing(), ['slaManager'])) throw forbidden('catalogManager');
  return standing;
}

/** Whether somebody has anything to edit, by their role or without one. */
export const editsSomething = async (caller: Caller): Promise<boolean> => {
  if ((await editingOf(caller)).all) return true;
  const standing = await standingIn(caller);
  if (standing === null) return false;
  const { managed, reads } = standing;
  return managed.size > 0 || !reads || owns(standing);
};

/** For keeping what an item or a field set is then saved with. @throws FORBIDDEN for those who have nothing to edit. */
export const mayKeepOptions = async (caller: Caller): Promise<void> => {
  if (!(await editsSomething(caller))) throw forbidden('catalogManager');
};

async function standingIn(caller: Caller): Promise<CatalogStanding | null> {
  const [roles, { head, structure }] = await Promise.all([caller.standing(), catalogNow()]);
  const who = { accountId: caller.accountId, all: holds(roles, ['catalogManager']) };
  const reads = holds(roles, ['catalogManager', 'auditor']);
  const managed = managedBy(who, structure);
  const ownServices = structure.services.flatMap(({ id, owner }) => (owner === caller.accountId ? [id] : []));
  const standing = { who, reads, head, structure, managed, ownServices };
  return reads || managed.size > 0 || (await owns(standing)) ? standing : null;
}

async function catalogNow() {
  const head = await readHead();
  return { head, structure: await structureOf(head) };
}

async function owns({ who, ownServices }: CatalogStanding): Promise<boolean> {
  if (ownServices.length > 0) return true;
  const query = { index: 'by-owner', partition: [who.accountId], limit: 1 };
  return (await heads.query(query)).docs.length > 0;
}

/** For `authorise` of what is done to one item; the role is asked of Jira, the item and its catalogs of the storage. */
export const mayEdit = async (caller: Caller, { itemId }: { readonly itemId: string }): Promise<void> => {
  const who = await editingOf(caller);
  if (who.all) return;
  const { head, structure } = await around(itemId);
  if (head === null || !mayEditItem(who, head, structure)) throw forbidden('catalogManager');
};

/** The same for those who only look. */
export const mayRead = async (caller: Caller, wanted: { readonly itemId: string }): Promise<void> => {
  if (!holds(await caller.standing(), ['catalogManager', 'auditor'])) await mayEdit(caller, wanted);
};

interface SaveItem {
  readonly itemId: string;
  readonly content: Pick<OwnedItem, 'categoryIds'> & { readonly fulfilment: Pick<Fulfilment, 'projectId'> };
}

/**
 * The same for saving one, which may be new. The app creates its work items: somebody without the role points it at no space but those
 * in which they may create work items themselves.
 */
export const maySave = async (caller: Caller, { itemId, content }: SaveItem): Promise<void> => {
  const who = await editingOf(caller);
  if (who.all) return;
  const { head, structure } = await around(itemId);
  if (!maySaveItem(who, head, content, structure)) throw forbidden('catalogManager');
  const { projectId } = content.fulfilment;
  if (projectId === '' || projectId === (await projectOf(itemId))) return;
  if (!(await mayCreateIn(projectId))) throw forbidden('create');
};

/** For what Jira tells the app of a space in which items are to make work items. */
export async function mayPlace(caller: Caller, { projectId }: { readonly projectId: string }): Promise<void> {
  const { who } = await catalogStanding(caller);
  if (!who.all && !(await mayCreateIn(projectId))) throw forbidden('create');
}

const projectOf = async (itemId: string): Promise<string | undefined> =>
  (await readItem(itemId))?.content.fulfilment.projectId;

interface MoveItems {
  readonly ids: readonly string[];
  readonly categoryId?: string | undefined;
}

/** The same for moving some into a category, or within those they are in: each of them must be allowed. */
export async function mayMove(caller: Caller, { ids, categoryId }: MoveItems): Promise<void> {
  const who = await editingOf(caller);
  if (who.all) return;
  const [found, structure] = await Promise.all([heads.getMany(ids), readStructure()]);
  const isAllowed = (id: string): boolean => {
    const row = found.get(id);
    const head = row === undefined ? null : orThrow(row);
    if (categoryId !== undefined) return maySaveItem(who, head, { categoryIds: [categoryId] }, structure);
    return head !== null && mayEditItem(who, head, structure);
  };
  if (!ids.every(isAllowed)) throw forbidden('catalogManager');
}

/** For saving a category, as it was sent; other members of the structure are for the role alone. */
export async function mayChange(caller: Caller, section: string, input: object): Promise<void> {
  const who = await editingOf(caller);
  if (who.all) return;
  const next = v.safeParse(categorySchema, input);
  if (section !== 'category' || !next.success) throw forbidden('catalogManager');
  const structure = await readStructure();
  const former = structure.categories.find(({ id }) => id === next.output.id);
  if (!maySaveCategory(who, former, next.output, structure)) throw forbidden('catalogManager');
}

/** For deleting one. */
export async function mayDelete(
  caller: Caller,
  { section, id }: { readonly section: string; readonly id: string },
): Promise<void> {
  const who = await editingOf(caller);
  if (who.all) return;
  const structure = await readStructure();
  const former = section === 'category' ? structure.categories.find((each) => each.id === id) : undefined;
  if (former === undefined || !maySaveCategory(who, former, former, structure))
    throw forbidden('catalogManager');
}

async function around(itemId: string): Promise<{ head: ItemHead | null; structure: CatalogStructure }> {
  const [head, structure] = await Promise.all([heads.get(itemId), readStructure()]);
  return { head, structure };
}
