import { isEntitled, needsGroups } from './domain/entitlement';
import type { PublishedItem } from './domain/model';

/** Someone who looks at the catalog; their groups are asked of Jira only when some item depends on them; `null` where it does not tell. */
export interface Visitor {
  readonly accountId: string;
  groups(): Promise<readonly string[] | null>;
}

/** The items someone may see and order. */
export async function visibleItems(
  items: readonly PublishedItem[],
  visitor: Visitor,
): Promise<readonly PublishedItem[]> {
  const groups = items.some((item) => needsGroups(item.content.entitlement)) ? await visitor.groups() : [];
  const viewer = { accountId: visitor.accountId, groups };
  return items.filter((item) => isEntitled(item.content.entitlement, viewer));
}

export async function maySee(item: PublishedItem, visitor: Visitor): Promise<boolean> {
  return (await visibleItems([item], visitor)).length === 1;
}
