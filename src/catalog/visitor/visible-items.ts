import { utcDay } from '../../kernel/utc-day';
import {
  type Criteria,
  criteriaIn,
  criteriaNeedGroups,
  factsNeeded,
  mayOrder,
  mayOrderIfTold,
  questionsIn,
  type Viewer,
} from '../domain/audience/entitlement';
import type { Category, PublishedItem, Tile } from '../domain/model';
import { type Hidden, hiddenBy } from '../domain/audience/why-hidden';
import { personFacts } from './person-facts';
import { answersTo } from './answer-questions';
import { readHead, structureOf } from '../records/store';
import type { Visitor } from './visitor';

/** The tiles of what someone may see and order. */
export async function visibleTiles(
  tiles: readonly Tile[],
  categories: readonly Category[],
  visitor: Visitor,
): Promise<readonly Tile[]> {
  const criteriaOf = criteriaIn(categories);
  return tilesVisibleTo(await viewerOf(visitor, tiles.map(criteriaOf)), tiles, categories);
}

/** The same where all that decides of them was read already. */
export function tilesVisibleTo(
  viewer: Viewer,
  tiles: readonly Tile[],
  categories: readonly Category[],
): readonly Tile[] {
  const criteriaOf = criteriaIn(categories);
  return tiles.filter((tile) => mayOrder(criteriaOf(tile), viewer));
}

/**
 * Whether someone may see and order an item, by its own lists and those of its categories as they are now; `null` where that hangs on
 * what nobody tells of them: that is no yes.
 */
export async function maySeeIfTold(
  { content }: PublishedItem,
  visitor: Visitor,
  head = readHead(),
): Promise<boolean | null> {
  const { categories } = await structureOf(await head);
  const criteria = criteriaIn(categories)(content);
  return mayOrderIfTold(criteria, await viewerOf(visitor, [criteria]));
}

/** The same, yes or no. */
export const maySee = async (...asked: Parameters<typeof maySeeIfTold>): Promise<boolean> =>
  (await maySeeIfTold(...asked)) === true;

/** Why someone may not see an item with this content; `null` where they may. */
export async function whyHidden(
  content: PublishedItem['content'],
  visitor: Visitor,
  categories: readonly Category[],
): Promise<Hidden | null> {
  const [hidden = null] = await whyEachHidden([content], visitor, categories);
  return hidden;
}

/** The same of each of some items. */
export async function whyEachHidden(
  items: readonly Pick<Tile, 'entitlement' | 'ownCriteria' | 'categoryIds'>[],
  visitor: Visitor,
  categories: readonly Category[],
): Promise<readonly (Hidden | null)[]> {
  const criteria = items.map(criteriaIn(categories));
  const viewer = await viewerOf(visitor, criteria);
  return criteria.map((each) => hiddenBy(each, viewer, categories));
}

async function viewerOf(visitor: Visitor, criteria: readonly Criteria[]): Promise<Viewer> {
  const needed = new Set(criteria.flatMap((each) => [...factsNeeded(each)]));
  const now = Date.now();
  const [groups, facts, said] = await Promise.all([
    criteria.some(criteriaNeedGroups) ? visitor.groups() : [],
    needed.size > 0 ? personFacts(visitor, needed) : {},
    answersTo(questionsIn(criteria), visitor, now),
  ]);
  return { accountId: visitor.accountId, groups, facts, said, today: utcDay(now) };
}
