import { keyOf, type Question, questionOfHours, questionsOf, questionsOfList, type Said } from './asked';
import type { Audience, Category, Entitlement, ItemPrice, People } from '../model';
import { folded } from '../texts/folded';

/** What People and profiles say of somebody; empty where they say nothing, left out where nobody has asked or tells. */
export type PersonFacts = Readonly<Partial<Record<FactList, string>>>;

/** Each list of an audience beside groups and people. */
export const FACT_LISTS = ['places', 'departments', 'teams', 'managers', 'languages', 'zones'] as const;
export type FactList = (typeof FACT_LISTS)[number];
export const EVERY_FACT: ReadonlySet<FactList> = new Set(FACT_LISTS);

/** Someone as entitlement sees them: their account, and the names and ids of their groups, `null` where nobody tells. */
export interface Viewer {
  readonly accountId: string;
  readonly groups: readonly string[] | null;
  readonly facts?: PersonFacts;
  /** UTC, `YYYY-MM-DD`; where nobody says, nothing that has dates is for them. */
  readonly today?: string;
  /** What is left out is not known: it lets nobody in, and shuts everybody out. */
  readonly said?: Said;
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

/**
 * The same of somebody else: `null` where it hangs on what nobody tells of them, their groups or what a search would find for them.
 * That lets nobody in either; only the words differ.
 */
export function mayOrderIfTold(criteria: Criteria, viewer: Viewer): boolean | null {
  if (mayOrder(criteria, viewer)) return true;
  return isUntold([criteria], viewer) ? null : false;
}

/** Whether some of these criteria ask what nobody tells of somebody. */
export const isUntold = (criteria: readonly Criteria[], { groups, said }: Viewer): boolean =>
  (groups === null && criteria.some(criteriaNeedGroups)) ||
  questionsIn(criteria).some((each) => !said?.has(keyOf(each)));

/** The same of what is in no category, by its own lists alone: for everybody where it has none. */
export const isFor = (
  { entitlement }: { readonly entitlement?: Entitlement | undefined },
  viewer: Viewer,
): boolean => mayOrder({ own: entitlement, ways: [] }, viewer);

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
    readonly ownCriteria?: true;
    readonly categoryIds: readonly string[];
  }): Criteria => ({
    own: item.entitlement,
    ways: item.ownCriteria ? [] : item.categoryIds.map(wayOf),
  });
}

/** Whether somebody is told a price before they approve it. Whose groups are not known is in none. */
export const mayKnowPrice = (
  { hidden, shownTo }: Pick<ItemPrice, 'hidden' | 'shownTo'>,
  viewer: Viewer,
): boolean => !hidden || (shownTo !== undefined && isOn(shownTo, viewer));

export const NOBODY: People = { groups: [], users: [] };
/** Lists that shut nobody out. */
export const FOR_ALL: Entitlement = { availableFor: NOBODY, notAvailableFor: NOBODY };

/** Whether the lists shut nobody out, on any day. */
export const forEverybody = ({ availableFor, notAvailableFor, dates, hours }: Entitlement): boolean =>
  [availableFor, notAvailableFor].every(isEmpty) && dates === undefined && hours === undefined;

const allOf = ({ own = FOR_ALL, ways }: Criteria): readonly Entitlement[] => [
  own,
  ...ways.flatMap((way) => way ?? []),
];
const listsOf = (criteria: Criteria): readonly Audience[] =>
  allOf(criteria).flatMap((lists) => [lists.availableFor, lists.notAvailableFor]);

/** Whether answering needs the viewer's groups at all: asking Jira for them is a call that can be saved. */
export const criteriaNeedGroups = (criteria: Criteria): boolean =>
  listsOf(criteria).some(({ groups }) => groups.length > 0);

/** What must be asked about a viewer, each once. */
export const questionsIn = (criteria: readonly Criteria[]): readonly Question[] =>
  questionsOf(criteria.flatMap(allOf));

/** What of a viewer beside their groups decides. */
export const factsNeeded = (criteria: Criteria): ReadonlySet<FactList> =>
  new Set(listsOf(criteria).flatMap((list) => FACT_LISTS.filter((key) => asks(list, key))));

/** Whether lists change with a day, or with what is said of a person: who sees what is then no matter of groups alone. */
export const dependsOnFacts = (lists: Entitlement): boolean =>
  lists.dates !== undefined || factsNeeded({ own: lists, ways: [] }).size > 0;

/** Who may be on a list that shuts out is shut out: of somebody of whom nobody tells, nothing else can be said. So is everybody on other days. */
export function isShutOut(lists: Entitlement, viewer: Viewer): boolean {
  const { notAvailableFor: list, dates } = lists;
  if (dates !== undefined && !isWithin(dates, viewer.today)) return true;
  if (!isWithinHours(lists, viewer) || questionsOfList(list).some((each) => !viewer.said?.has(keyOf(each))))
    return true;
  if (viewer.groups === null && list.groups.length > 0) return true;
  return isOn(list, viewer) || FACT_LISTS.some((key) => asks(list, key) && !viewer.facts?.[key]);
}

export const isWithin = (
  { from = '', to = 'a' }: NonNullable<Entitlement['dates']>,
  today: string | undefined,
): boolean => today !== undefined && from <= today && today <= to;

export const isWithinHours = ({ hours }: Entitlement, { said }: Viewer): boolean =>
  hours === undefined || said?.get(keyOf(questionOfHours(hours))) === true;

/** An empty list lets everybody in. */
export const isLetIn = ({ availableFor }: Entitlement, viewer: Viewer): boolean =>
  isEmpty(availableFor) || isOn(availableFor, viewer);

export const asks = (list: Audience, key: FactList): boolean => (list[key]?.length ?? 0) > 0;

const isEmpty = (list: Audience): boolean =>
  list.groups.length === 0 &&
  list.users.length === 0 &&
  questionsOfList(list).length === 0 &&
  !FACT_LISTS.some((key) => asks(list, key));

export const isOn = (list: Audience, viewer: Viewer): boolean =>
  list.users.includes(viewer.accountId) ||
  list.groups.some((group) => viewer.groups?.includes(group)) ||
  questionsOfList(list).some((each) => viewer.said?.get(keyOf(each)) === true) ||
  FACT_LISTS.some((key) => {
    const said = viewer.facts?.[key];
    return Boolean(said) && list[key]?.some((each) => folded(each) === folded(said ?? ''));
  });
