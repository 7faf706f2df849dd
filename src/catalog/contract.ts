import type { Role } from '../kernel/names';
import type { Result } from '../kernel/result';
import type { Draft } from '../requests/domain/model';
import type { SlaDefinitions } from '../sla/domain/model';
import type {
  Catalog,
  Category,
  FormField,
  Item,
  ItemContent,
  PublishedItem,
  Service,
  Text,
} from './domain/model';

/** An item as the portal lists and searches it. */
export interface ItemCard {
  readonly id: string;
  readonly version: number;
  readonly name: Text;
  readonly summary: Text;
  readonly categoryIds: readonly string[];
  readonly icon: string;
  readonly keywords: readonly string[];
  readonly price?: { readonly amount: number; readonly currency: string };
  /** Labels of the form and titles of articles: searched, not shown. */
  readonly searchText: string;
}

/** The portal's home in one invocation. */
export interface PortalHome {
  readonly me: {
    readonly accountId: string;
    readonly roles: readonly Role[];
    readonly jiraAdmin: boolean;
    /** Without access to Jira the catalog can be read and nothing asked for. */
    readonly jira: boolean;
  };
  readonly catalogVersion: number;
  readonly catalogs: readonly Catalog[];
  readonly categories: readonly Category[];
  readonly items: readonly ItemCard[];
  /** Most ordered in the last 90 days among the items this person may see. */
  readonly popular: readonly string[];
  readonly recent: readonly string[];
  /** Which forms were begun; their answers come with the item. */
  readonly drafts: readonly Pick<Draft, 'itemId' | 'updatedAt' | 'reason'>[];
  readonly openRequests: number;
  readonly pendingApprovals: number;
  readonly confluence: boolean;
  /** Whether a catalog has been set up at all. */
  readonly configured: boolean;
}

export interface ItemPage {
  readonly item: PublishedItem;
  readonly service: Service | null;
  readonly draft: Draft | null;
  /** The form the draft was begun with, where it is not the item's any more. */
  readonly draftForm?: readonly FormField[];
  /** Only what the promise needs; the browser computes it live. */
  readonly definitions: SlaDefinitions;
  readonly confluence: boolean;
  readonly approverNames: readonly string[];
}

/** An item as the settings list it. */
export interface ItemRow {
  readonly id: string;
  readonly name: Text;
  readonly state: Item['state'];
  readonly version: number;
  readonly dirty: boolean;
  readonly serviceId: string;
  readonly owner: string;
  readonly updatedAt: string;
  readonly problems: number;
}

// A type, not an interface: the SDK asks for an index signature.
export type CatalogCalls = {
  'portal.home': (payload: Record<string, never>) => Result<PortalHome>;
  /** Not found and not entitled look the same. A retired item answers ITEM_RETIRED with `params.replacedBy`. */
  'portal.item': (payload: { itemId: string }) => Result<ItemPage>;
  /** Whoever only manages SLAs is answered services, and no items. */
  'catalog.items': (payload: Record<string, never>) => Result<{
    items: readonly ItemRow[];
    services: readonly Service[];
    catalogs: readonly Catalog[];
    categories: readonly Category[];
  }>;
  'catalog.item': (payload: { itemId: string }) => Result<{ item: Item; versions: readonly number[] }>;
  /** Creates when `itemId` is new (rev 0). CONFLICT when `rev` is not the stored one. */
  'catalog.saveItem': (payload: {
    itemId: string;
    rev: number;
    content: ItemContent;
  }) => Result<{ item: Item }>;
  'catalog.publishItem': (payload: { itemId: string; rev: number }) => Result<{ item: Item }>;
  'catalog.retireItem': (payload: {
    itemId: string;
    rev: number;
    replacedBy?: string;
  }) => Result<{ item: Item }>;
  'catalog.saveService': (payload: { service: Service }) => Result<{ service: Service }>;
  'catalog.saveCategories': (payload: {
    categories: readonly Category[];
  }) => Result<{ categories: readonly Category[] }>;
};
