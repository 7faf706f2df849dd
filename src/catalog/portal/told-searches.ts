import type { ShownSearches } from '../domain/call-answers';
import { ifMany } from '../../kernel/few';
import { readSearches } from '../records/searches';
import { readHead, tilesOf } from '../records/store';
import { readOrders } from './popular';

/** What was searched for, what of it found no item, and how often people went where those go that nothing fits. */
export async function toldSearches(): Promise<ShownSearches> {
  const [searches, tiles, orders] = await Promise.all([
    readSearches(),
    readHead().then(tilesOf),
    readOrders(),
  ]);
  const others = tiles.filter(({ catchAll }) => catchAll !== undefined);
  if (others.length === 0) return searches;
  return {
    ...searches,
    otherwise: ifMany(others.reduce((sum, { id }) => sum + (orders.get(id) ?? 0), 0)),
  };
}
