import type { Category, Entitlement, ItemPrice, People } from './model';

/** Someone as entitlement sees them: their account, and the names and ids of their groups, `null` where nobody tells. */
export interface Viewer {
  readonly accountId: string;
  readonly groups: readonly string[] | null;
}

/** All that decides who may see and order an item: its own lists and those of its categories. */
export interface Criteria {
  readonly own?: Entitlement | undefined;
  /** For each category it is in: the lists of that one and of all above it; `null` where one of these is not there. */
  readonly ways: readonly (readonly Entitlement[] | null)[];
}

/**
 * Whether someone may see and order an item. Not-available wins wherever it stands, in the item or on the way from any of its
 * categories to the root. The item's own list must let them in, and so must every list on the way of one category at least: an
 * item in two categories is for those of either. A category that is not there lets nobody in.
 */
export function mayOrder({ own = FOR_ALL, ways }: Criteria, viewer: Viewer): boolean {
  const shut = [own, ...ways.flatMap((way) => way ?? [])].some((lists) => isShutOut(lists, viewer));
  if (shut || !isLetIn(own, viewer)) return false;
  return ways.length === 0 || ways.some((way) => way?.every((lists) => isLetIn(lists, viewer)));
}

/** What keeps somebody from an item: its own lists of who may not and who may, or those of its categories. */
export const HIDDEN_BY = ['shutOut', 'forOthers', 'category'] as const;
export type HiddenBy = (typeof HIDDEN_BY)[number];

/** Why someone may not see and order an item; `null` where they may. */
export function hiddenBy(criteria: Criteria, viewer: Viewer): HiddenBy | null {
  if (mayOrder(criteria, viewer)) return null;
  const { own = FOR_ALL } = criteria;
  if (isShutOut(own, viewer)) return 'shutOut';
  return isLetIn(own, viewer) ? 'category' : 'forOthers';
}

/** The criteria of items, by the categories there are. */
export function criteriaIn(categories: readonly Category[]) {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const ways = new Map<string, readonly Entitlement[] | null>();
  const wayOf = (id: string): readonly Entitlement[] | null => {
    const known = ways.get(id);
    if (known !== undefined) return known;
    ways.set(id, null); // what a circle would meet; saving refuses circles
    const category = byId.get(id);
    const above = category?.parentId === undefined ? [] : wayOf(category.parentId);
    const own = category?.entitlement === undefined ? [] : [category.entitlement];
    const way = category === undefined || above === null ? null : [...own, ...above];
    ways.set(id, way);
    return way;
  };
  return (item: {
    readonly entitlement?: Entitlement;
    readonly categoryIds: readonly string[];
  }): Criteria => ({
    own: item.entitlement,
    ways: item.categoryIds.map(wayOf),
  });
}

/** Whether somebody is told a price before they approve it. Whose groups are not known is in none. */
export const mayKnowPrice = (
  { hidden, shownTo }: Pick<ItemPrice, 'hidden' | 'shownTo'>,
  viewer: Viewer,
): boolean => !hidden || (shownTo !== undefined && isOn(shownTo, viewer));

const NOBODY: People = { groups: [], users: [] };
/** Lists that shut nobody out. */
export const FOR_ALL: Entitlement = { availableFor: NOBODY, notAvailableFor: NOBODY };

/** Whether the lists shut nobody out. */
export const forEverybody = ({ availableFor, notAvailableFor }: Entitlement): boolean =>
  [availableFor, notAvailableFor].every(isEmpty);

/** Whether answering needs the viewer's groups at all: asking Jira for them is a call that can be saved. */
export const criteriaNeedGroups = ({ own = FOR_ALL, ways }: Criteria): boolean =>
  [own, ...ways.flatMap((way) => way ?? [])].some(
    ({ availableFor, notAvailableFor }) =>
      availableFor.groups.length > 0 || notAvailableFor.groups.length > 0,
  );

/** Who may be in a group that is shut out is shut out: of somebody whose groups are not known nothing else can be said. */
const isShutOut = ({ notAvailableFor }: Entitlement, viewer: Viewer): boolean =>
  isOn(notAvailableFor, viewer) || (viewer.groups === null && notAvailableFor.groups.length > 0);

/** An empty list lets everybody in. */
const isLetIn = ({ availableFor }: Entitlement, viewer: Viewer): boolean =>
  isEmpty(availableFor) || isOn(availableFor, viewer);

const isEmpty = ({ groups, users }: People): boolean => groups.length === 0 && users.length === 0;

const isOn = (list: People, viewer: Viewer): boolean =>
  list.users.includes(viewer.accountId) || list.groups.some((group) => viewer.groups?.includes(group));
