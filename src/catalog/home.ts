import type { Draft } from '../requests/domain/model';
import type { PortalHome } from './contract';
import { cardOf } from './item-card';
import { readPopular } from './popular';
import { readPublished } from './store';
import { visibleItems, type Visitor } from './visible-items';

/** What the home shows of a person beyond the catalog; handed in, as requests stand on the catalog and not under it. */
export interface HomePorts {
  readonly standing: () => Promise<Omit<PortalHome['me'], 'accountId'>>;
  readonly ownSummary: () => Promise<{ readonly open: number; readonly recentItems: readonly string[] }>;
  readonly drafts: () => Promise<readonly Draft[]>;
  readonly pendingApprovals: () => Promise<number>;
  readonly confluence: boolean;
}

const MAX_POPULAR = 6;

/** The portal's first page in one call: only what this person may order, and their own things. */
export async function portalHome(visitor: Visitor, ports: HomePorts): Promise<PortalHome> {
  const catalog = await readPublished();
  const [visible, standing, own, drafts, pendingApprovals, popular] = await Promise.all([
    visibleItems(catalog.items, visitor),
    ports.standing(),
    ports.ownSummary(),
    ports.drafts(),
    ports.pendingApprovals(),
    readPopular(),
  ]);
  const ids = new Set(visible.map((item) => item.id));
  return {
    me: { accountId: visitor.accountId, ...standing },
    catalogVersion: catalog.version,
    catalogs: catalog.catalogs,
    categories: catalog.categories,
    items: visible.map(cardOf),
    popular: popular.filter((id) => ids.has(id)).slice(0, MAX_POPULAR),
    recent: own.recentItems.filter((id) => ids.has(id)),
    drafts: drafts
      .filter((draft) => ids.has(draft.itemId))
      .map(({ itemId, updatedAt, reason }) => ({ itemId, updatedAt, reason })),
    openRequests: own.open,
    pendingApprovals,
    confluence: ports.confluence,
    configured: catalog.items.length > 0,
  };
}
