import { isEntitled, needsGroups, type Viewer } from './domain/entitlement';
import type { Entitlement, PublishedItem, Tile } from './domain/model';

/** Someone who looks at the catalog; their groups are asked of Jira only when some item depends on them; `null` where it does not tell. */
export interface Visitor {
  readonly accountId: string;
  groups(): Promise<readonly string[] | null>;
}

/** Whether this viewer may see and order what a tile shows. */
export const isFor = ({ entitlement }: Pick<Tile, 'entitlement'>, viewer: Viewer): boolean =>
  entitlement === undefined || isEntitled(entitlement, viewer);

/** The tiles of what someone may see and order. */
export async function visibleTiles(tiles: readonly Tile[], visitor: Visitor): Promise<readonly Tile[]> {
  const viewer = await viewerOf(
    visitor,
    tiles.flatMap(({ entitlement }) => entitlement ?? []),
  );
  return tiles.filter((tile) => isFor(tile, viewer));
}

export async function maySee(
  { content: { entitlement } }: PublishedItem,
  visitor: Visitor,
): Promise<boolean> {
  return isEntitled(entitlement, await viewerOf(visitor, [entitlement]));
}

async function viewerOf(visitor: Visitor, lists: readonly Entitlement[]): Promise<Viewer> {
  return { accountId: visitor.accountId, groups: lists.some(needsGroups) ? await visitor.groups() : [] };
}
