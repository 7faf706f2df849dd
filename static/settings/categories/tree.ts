/** Where categories stand, and where one may be moved. Pure: what changes is answered, nothing is saved. */
import type { Category } from '../../../src/catalog/domain/model';
import { MOST_LEVELS } from '../../../src/catalog/domain/categories';

/** A category and those in it, in their order. */
export interface Branch {
  readonly category: Category;
  readonly below: readonly Branch[];
}

/** The categories of a catalog as a tree. Those whose parent is not there stand at the top, where they can be mended. */
export function treeOf(categories: readonly Category[], catalogId: string): readonly Branch[] {
  const own = categories.filter((category) => category.catalogId === catalogId);
  const known = new Set(own.map(({ id }) => id));
  const isTop = ({ parentId }: Category) => parentId === undefined || !known.has(parentId);
  const branch = (category: Category): Branch => ({
    category,
    below: inOrder(own.filter(({ parentId }) => parentId === category.id)).map(branch),
  });
  return inOrder(own.filter(isTop)).map(branch);
}

/** Where a category is to stand: in another or at the top of its catalog, so many of its new neighbours before it. */
export interface Place {
  readonly parentId: string | undefined;
  readonly at: number;
}

/** Where the keys and the menu lead; `null` where there is no such place. */
export type Step = 'up' | 'down' | 'into' | 'out';

export function placeAfter(categories: readonly Category[], category: Category, step: Step): Place | null {
  const siblings = within(categories, category, category.parentId);
  const at = siblings.findIndex(({ id }) => id === category.id);
  const parent = categories.find(({ id }) => id === category.parentId);
  if (step === 'up') return at > 0 ? { parentId: category.parentId, at: at - 1 } : null;
  if (step === 'down') return at < siblings.length - 1 ? { parentId: category.parentId, at: at + 1 } : null;
  if (step === 'out') return parent === undefined ? null : beside(categories, parent, 1);
  const before = siblings[at - 1];
  if (before === undefined) return null;
  return allowed(categories, category, inside(categories, before));
}

/** Where beside another: before or after it, or in it. */
export type Side = 'before' | 'after' | 'inside';

/** Before or after another, or as the last one in it; `null` where it may not be: in itself, too deep, in another catalog. */
export function placeAt(
  categories: readonly Category[],
  category: Category,
  target: Category,
  side: Side,
): Place | null {
  if (target.id === category.id || target.catalogId !== category.catalogId) return null;
  const place =
    side === 'inside' ? inside(categories, target) : beside(categories, target, side === 'after' ? 1 : 0);
  const siblings = within(categories, category, place.parentId);
  const own = siblings.findIndex(({ id }) => id === category.id);
  // Those after it move up once it is taken away.
  return allowed(categories, category, own >= 0 && own < place.at ? { ...place, at: place.at - 1 } : place);
}

/** The categories that may hold this one, in the order of the tree. */
export const parentsFor = (categories: readonly Category[], category: Category): readonly Category[] =>
  flat(treeOf(categories, category.catalogId)).filter(
    (parent) => allowed(categories, category, { parentId: parent.id, at: 0 }) !== null,
  );

/**
 * The categories that differ when one is moved: itself alone where there is room between its new neighbours, else every one of
 * them, numbered anew.
 */
export function moved(
  categories: readonly Category[],
  category: Category,
  place: Place,
): readonly Category[] {
  const others = within(categories, category, place.parentId).filter(({ id }) => id !== category.id);
  const before = others[place.at - 1]?.order;
  const after = others[place.at]?.order;
  const { parentId: _former, ...rest } = category;
  const put = (order: number): Category => ({
    ...rest,
    ...(place.parentId !== undefined && { parentId: place.parentId }),
    order,
  });
  const order = between(before, after);
  if (order !== null) return [put(order)];
  const all = [...others.slice(0, place.at), category, ...others.slice(place.at)];
  return all.flatMap((each, at) => {
    if (each.id === category.id) return [put(at)];
    return each.order === at ? [] : [{ ...each, order: at }];
  });
}

export const flat = (branches: readonly Branch[]): readonly Category[] =>
  branches.flatMap(({ category, below }) => [category, ...flat(below)]);

/** After all that are there: where a new one stands. */
export const lastOrder = (categories: readonly Category[]): number =>
  Math.max(-1, ...categories.map(({ order }) => order)) + 1;

/** `null` where no number is left between them. */
function between(before: number | undefined, after: number | undefined): number | null {
  if (before === undefined) return after === undefined ? 0 : after - 1;
  if (after === undefined) return before + 1;
  const middle = (before + after) / 2;
  return before < middle && middle < after ? middle : null;
}

const inOrder = (categories: readonly Category[]): readonly Category[] =>
  categories.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

const within = (
  categories: readonly Category[],
  { catalogId }: Category,
  parentId: string | undefined,
): readonly Category[] =>
  inOrder(categories.filter((each) => each.catalogId === catalogId && each.parentId === parentId));

const inside = (categories: readonly Category[], parent: Category): Place => ({
  parentId: parent.id,
  at: within(categories, parent, parent.id).length,
});

const beside = (categories: readonly Category[], target: Category, by: 0 | 1): Place => ({
  parentId: target.parentId,
  at: within(categories, target, target.parentId).findIndex(({ id }) => id === target.id) + by,
});

/** A category and those that it is in, by their ids, the nearest first; a circle is gone round once. */
export function wayUp(categories: readonly Category[], from: string | undefined): readonly string[] {
  const way: string[] = [];
  let at = from;
  while (at !== undefined && !way.includes(at)) {
    way.push(at);
    const id = at;
    at = categories.find((each) => each.id === id)?.parentId;
  }
  return way;
}

function allowed(categories: readonly Category[], category: Category, place: Place): Place | null {
  const above = wayUp(categories, place.parentId);
  if (above.includes(category.id)) return null;
  return above.length + heightOf(categories, category.id) <= MOST_LEVELS ? place : null;
}

/** Levels from a category down, itself included. */
const heightOf = (categories: readonly Category[], id: string, most = MOST_LEVELS + 1): number =>
  most === 0
    ? 0
    : 1 +
      Math.max(
        0,
        ...categories
          .filter(({ parentId }) => parentId === id)
          .map((each) => heightOf(categories, each.id, most - 1)),
      );
