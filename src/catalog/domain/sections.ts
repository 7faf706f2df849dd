/** What can be configured of the catalog. */
import { refsIn, refsTo } from '../../kernel/refs';
import type { Section } from '../../kernel/section';
import type { LocalizedText } from '../../kernel/text';
import type { Catalog, Category, CatalogStructure, Service } from './model';
import { catalogSchema, categorySchema, serviceSchema } from './schema';

interface Member {
  readonly id: string;
  readonly rev?: number;
}

/** A section whose members stand in a list of the structure. */
export interface StructureSection<T extends Member> extends Section<T> {
  readonly key: StructureKey;
  readonly list: keyof CatalogStructure;
  nameOf(value: T): LocalizedText;
}

const STRUCTURE = {
  subject: 'catalog',
  roles: ['catalogManager'],
  owned: ['rev'],
  nameOf: ({ name }: { readonly name: LocalizedText }) => name,
  stamp: <T extends Member>(value: T, former: T | undefined): T => ({
    ...value,
    rev: (former?.rev ?? 0) + 1,
  }),
} as const;

const catalogs: StructureSection<Catalog> = {
  ...STRUCTURE,
  key: 'catalog',
  list: 'catalogs',
  schema: catalogSchema,
  eachRef: (catalog, visit) => ({
    ...catalog,
    managers: refsTo(visit, 'person', catalog.managers, 'managers'),
  }),
};

export const categories: StructureSection<Category> = {
  ...STRUCTURE,
  key: 'category',
  list: 'categories',
  schema: categorySchema,
  eachRef: (category, visit) => refsIn(visit, category, { catalogId: 'catalog', parentId: 'category' }),
};

export const services: StructureSection<Service> = {
  ...STRUCTURE,
  key: 'service',
  list: 'services',
  schema: serviceSchema,
  eachRef: (service, visit) => refsIn(visit, service, { owner: 'person' }),
};

export type StructureKey = 'catalog' | 'category' | 'service';
export type StructureMember = CatalogStructure[keyof CatalogStructure][number];

/** The sections of the structure, in the order in which one may refer to those before it. */
export const STRUCTURE_SECTIONS: readonly StructureSection<StructureMember>[] = [
  catalogs,
  categories,
  services,
];
