/** Catalogs, categories and services, and what stands beside them. */
import type { Announcement } from '../announcement';
import type { Entitlement, People } from './entitlement';
import type { AccountId, Text } from './text';

export interface Catalog {
  readonly id: string;
  /** Grows with every save; so it does for categories and services. */
  readonly rev?: number;
  readonly name: Text;
  /** May edit its categories and items, and no other catalog's. */
  readonly managers: readonly AccountId[];
  /** Whether the portal shows it; any other is opened by its own address alone. */
  readonly inPortal: boolean;
}

export interface Category {
  readonly id: string;
  readonly rev?: number;
  readonly catalogId: string;
  readonly parentId?: string;
  readonly name: Text;
  readonly description: Text;
  /** Name of a glyph the screens know. */
  readonly icon: string;
  /** Among those beside it, the smallest first. */
  readonly order: number;
  /** Who may order what is in it and below it; everybody when left out. */
  readonly entitlement?: Entitlement;
}

export interface Service {
  readonly schema: 1;
  readonly id: string;
  readonly rev: number;
  readonly name: Text;
  readonly description: Text;
  readonly department: string;
  readonly owner: AccountId;
  readonly status: 'pipeline' | 'active' | 'retired';
}

/** A service with the agreed levels for those who consume it; without an agreement it is offered, and nothing is promised. */
export interface Offering {
  readonly id: string;
  readonly rev?: number;
  readonly name: Text;
  readonly serviceId: string;
  readonly consumers: People;
  /** Of the SLA definitions. */
  readonly agreementId?: string;
}

/** What items are sorted into. */
export interface CatalogStructure {
  readonly catalogs: readonly Catalog[];
  readonly categories: readonly Category[];
  readonly services: readonly Service[];
  readonly offerings: readonly Offering[];
  readonly pins: readonly Pins[];
  readonly announcements: readonly Announcement[];
}

/** Items that the portal shows before all others to some people, in this order. */
export interface Pins {
  readonly id: string;
  readonly rev?: number;
  readonly name: Text;
  readonly items: readonly string[];
  /** Who sees them, of those who may order them; everybody when left out. */
  readonly entitlement?: Entitlement;
}
