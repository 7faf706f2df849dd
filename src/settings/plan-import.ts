import { checkCategories } from '../catalog/domain/categories';
import { checkItem, errorsOf } from '../catalog/domain/check-item';
import type { Catalog, CatalogStructure, Category, ItemHead, Service } from '../catalog/domain/model';
import { errorIn, type OwnedFinding } from '../kernel/finding';
import { canonical } from '../kernel/same-values';
import type { ConfigItem, ParsedConfig } from './config-schema';

/** What an import would do to the catalog: members it does not name are kept. */
export interface ImportPlan {
  readonly catalogs: readonly Catalog[];
  readonly categories: readonly Category[];
  readonly services: readonly Service[];
  /** Services that are new or differ. */
  readonly changedServices: readonly Service[];
  readonly changedItems: readonly ConfigItem[];
  readonly structureChanged: boolean;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly problems: readonly OwnedFinding[];
}

/** What a document is compared with. */
export interface StoredCatalog {
  readonly structure: CatalogStructure;
  readonly items: ReadonlyMap<string, ItemHead>;
  /** The versions that the portal offers, by item. */
  readonly offered: ReadonlyMap<string, number>;
  /** Tells by name whether two contents say the same. */
  readonly digestOf: (content: unknown) => string;
}

/** Compares a document with what is stored and says what is wrong with it. Pure: nothing is written. */
export function planImport(config: ParsedConfig, stored: StoredCatalog): ImportPlan {
  const { structure, items } = stored;
  const services = merge(structure.services, config.services, withoutRev);
  const categories = merge(structure.categories, config.categories, canonical);
  const catalogs = merge(structure.catalogs, config.catalogs, canonical);
  const changedItems = config.items.filter((item) => !isInForce(item, stored));
  const newItems = changedItems.filter((item) => !items.has(item.id));
  return {
    catalogs: catalogs.all,
    categories: categories.all,
    services: services.all,
    changedServices: services.changed,
    changedItems,
    structureChanged:
      categories.changed.length > 0 || catalogs.changed.length > 0 || services.changed.length > 0,
    created: newItems.length + services.created + categories.created + catalogs.created,
    updated:
      changedItems.length -
      newItems.length +
      (services.changed.length - services.created) +
      (categories.changed.length - categories.created) +
      (catalogs.changed.length - catalogs.created),
    unchanged:
      config.items.length -
      changedItems.length +
      services.unchanged +
      categories.unchanged +
      catalogs.unchanged,
    problems: [
      ...doubled(config),
      ...checkCategories(categories.all, new Set(catalogs.all.map(({ id }) => id))).map((problem) => ({
        ...problem,
        whose: 'categories',
      })),
      ...config.items.flatMap((item) => itemProblems(item, categories.all, services.all)),
    ],
  };
}

/** Whether the item stands as the document says, in the editor's row and in what is published. */
function isInForce(wanted: ConfigItem, { items, offered, digestOf }: StoredCatalog): boolean {
  const item = items.get(wanted.id);
  if (item?.state !== wanted.state || item.digest !== digestOf(wanted.content)) return false;
  if (wanted.state === 'retired' && item.replacedBy !== wanted.replacedBy) return false;
  if (wanted.state !== 'published') return !offered.has(wanted.id);
  return !item.dirty && offered.get(wanted.id) === item.version;
}

function itemProblems(
  item: ConfigItem,
  categories: readonly Category[],
  services: readonly Service[],
): readonly OwnedFinding[] {
  if (item.state !== 'published') return [];
  const around = {
    categoryIds: new Set(categories.map(({ id }) => id)),
    serviceIds: new Set(services.map(({ id }) => id)),
  };
  return errorsOf(checkItem(item.content, around)).map((problem) => ({
    ...problem,
    whose: `item:${item.id}`,
  }));
}

function doubled(config: ParsedConfig): readonly OwnedFinding[] {
  const parts = {
    catalogs: config.catalogs,
    categories: config.categories,
    services: config.services,
    items: config.items,
  };
  return Object.entries(parts).flatMap(([name, members]) => {
    const ids = members.map((member) => member.id);
    const twice = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
    return twice.map((id) => errorIn('DUPLICATE_ID', name, id, { id }));
  });
}

function merge<T extends { readonly id: string }>(
  current: readonly T[],
  incoming: readonly T[],
  content: (member: T) => string,
) {
  const known = new Map(current.map((member) => [member.id, member]));
  const changed = incoming.filter((member) => {
    const former = known.get(member.id);
    return former === undefined || content(former) !== content(member);
  });
  const named = new Map(changed.map((member) => [member.id, member]));
  const created = changed.filter((member) => !known.has(member.id));
  return {
    all: [...current.map((member) => named.get(member.id) ?? member), ...created],
    changed,
    created: created.length,
    unchanged: incoming.length - changed.length,
  };
}

const withoutRev = (service: Service): string => canonical({ ...service, rev: 0 });
