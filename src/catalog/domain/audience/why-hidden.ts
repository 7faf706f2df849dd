/** What keeps somebody from an item, for those who set it up: which list says so, and what nobody could tell of the person. */
import * as v from 'valibot';
import type { AnswerOf } from '../../../kernel/call';
import { keyOf, type Question, questionsOfList } from './asked';
import {
  asks,
  type Criteria,
  FACT_LISTS,
  FOR_ALL,
  isLetIn,
  isOn,
  isShutOut,
  isWithin,
  isWithinHours,
  mayOrder,
  type Viewer,
} from './entitlement';
import type { Audience, Category, Entitlement } from '../model';

/** Its days, its hours, a list of who may not, a list of who may; or a category that is not there. */
export const HIDDEN_BY = ['dates', 'hours', 'shutOut', 'forOthers', 'noCategory'] as const;
/** What of somebody may be unknown: then it lets them in nowhere, and keeps them out. */
export const UNKNOWN = ['groups', ...FACT_LISTS, 'role', 'search'] as const;
type Unknown = (typeof UNKNOWN)[number];

export const hiddenSchema = v.object({
  by: v.picklist(HIDDEN_BY),
  /** The category whose list it is; the item's own where it is left out. */
  categoryId: v.optional(v.string()),
  /** What the list asks of the person and nobody could tell. */
  unknown: v.optional(v.array(v.picklist(UNKNOWN))),
});
export type Hidden = AnswerOf<typeof hiddenSchema>;

/**
 * Why somebody may not see and order an item; `null` where they may. What shuts out comes first, wherever it stands; an item in
 * several categories that are all for others is told by the first of them.
 */
export function hiddenBy(
  criteria: Criteria,
  viewer: Viewer,
  categories: readonly Category[] = [],
): Hidden | null {
  if (mayOrder(criteria, viewer)) return null;
  const { own = FOR_ALL, ways } = criteria;
  const at = (lists: Entitlement, hidden: Hidden): Hidden => {
    const category = lists === own ? undefined : categories.find(({ entitlement }) => entitlement === lists);
    return category === undefined ? hidden : { ...hidden, categoryId: category.id };
  };
  const shutting = [own, ...ways.flatMap((way) => way ?? [])].find((lists) => isShutOut(lists, viewer));
  if (shutting !== undefined) return at(shutting, shutBy(shutting, viewer));
  if (!isLetIn(own, viewer)) return forOthers(own, viewer);
  const refusing = ways[0]?.find((lists) => !isLetIn(lists, viewer));
  return refusing === undefined ? { by: 'noCategory' } : at(refusing, forOthers(refusing, viewer));
}

function shutBy(lists: Entitlement, viewer: Viewer): Hidden {
  if (lists.dates !== undefined && !isWithin(lists.dates, viewer.today)) return { by: 'dates' };
  if (!isWithinHours(lists, viewer)) return { by: 'hours' };
  const list = lists.notAvailableFor;
  return { by: 'shutOut', ...(!isOn(list, viewer) && unknownOf(list, viewer)) };
}

const forOthers = ({ availableFor }: Entitlement, viewer: Viewer): Hidden => ({
  by: 'forOthers',
  ...unknownOf(availableFor, viewer),
});

/** What a list asks that nobody could tell of this person. */
function unknownOf(list: Audience, viewer: Viewer): Pick<Hidden, 'unknown'> {
  const isUntold = (kind: Question['kind']): boolean =>
    questionsOfList(list).some((each) => each.kind === kind && !viewer.said?.has(keyOf(each)));
  const unknown: readonly Unknown[] = [
    ...(list.groups.length > 0 && viewer.groups === null ? (['groups'] as const) : []),
    ...FACT_LISTS.filter((key) => asks(list, key) && !viewer.facts?.[key]),
    ...(['role', 'search'] as const).filter(isUntold),
  ];
  return unknown.length === 0 ? {} : { unknown };
}
