import { mayKnowPrice } from './entitlement';
import type { AccountId, ItemContent } from '../model';

/** Somebody who looks; their groups are asked for only where these decide. */
interface Looking {
  readonly accountId: AccountId;
  groups(): Promise<readonly string[] | null>;
}

/** Whether somebody is told what an item costs, before or after they order it. */
export async function isToldPrice({ price }: Pick<ItemContent, 'price'>, viewer: Looking): Promise<boolean> {
  if (!price?.hidden) return true;
  const needsGroups = (price.shownTo?.groups.length ?? 0) > 0;
  const groups = needsGroups ? await viewer.groups() : [];
  return mayKnowPrice(price, { accountId: viewer.accountId, groups });
}
