/** What can be configured of the catalog. */
import * as v from 'valibot';
import { refsIn, refsTo } from '../../kernel/refs';
import type { Section } from '../../kernel/section';
import type { LocalizedText } from '../../kernel/text';
import { type Announcement, announcementRefs, announcementSchema } from './announcement';
import { entitlementRefs, formRefs, itemRefs, peopleRefs } from './item-refs';
import type { Catalog, Category, CatalogStructure, FieldSet, Item, Offering, Pins, Service } from './model';
import { type ListedOption, optionPartSchema, partLabelSchema } from './form/option-list';
import { pictureSchema } from './picture';
import {
  catalogSchema,
  categorySchema,
  fieldSetSchema,
  itemContentSchema,
  itemStateSchema,
  offeringSchema,
  pinsSchema,
  serviceSchema,
} from './schema';
import { idSchema } from './texts/text-schema';

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

export const catalogs: StructureSection<Catalog> = {
  ...STRUCTURE,
  key: 'catalog',
  list: 'catalogs',
  most: 50,
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
  most: 300,
  schema: categorySchema,
  eachRef: ({ entitlement, ...category }, visit) => ({
    ...refsIn(visit, category, { catalogId: 'catalog', parentId: 'category' }),
    ...(entitlement && { entitlement: entitlementRefs(visit, entitlement) }),
  }),
};

export const services: StructureSection<Service> = {
  ...STRUCTURE,
  key: 'service',
  list: 'services',
  most: 300,
  schema: serviceSchema,
  eachRef: (service, visit) => refsIn(visit, service, { owner: 'person' }),
};

export const offerings: StructureSection<Offering> = {
  ...STRUCTURE,
  key: 'offering',
  list: 'offerings',
  most: 300,
  schema: offeringSchema,
  eachRef: (offering, visit) => ({
    ...refsIn(visit, offering, { serviceId: 'service', agreementId: 'agreement' }),
    consumers: peopleRefs(visit, offering.consumers, 'consumers'),
  }),
};

export const pins: StructureSection<Pins> = {
  ...STRUCTURE,
  key: 'pins',
  list: 'pins',
  most: 30,
  schema: pinsSchema,
  eachRef: ({ entitlement, ...own }, visit) => ({
    ...own,
    items: refsTo(visit, 'item', own.items, 'items'),
    ...(entitlement && { entitlement: entitlementRefs(visit, entitlement) }),
  }),
};

export const announcements: StructureSection<Announcement> = {
  ...STRUCTURE,
  key: 'announcement',
  list: 'announcements',
  most: 50,
  schema: announcementSchema,
  eachRef: ({ entitlement, ...own }, visit) => ({
    ...announcementRefs(visit, own),
    ...(entitlement && { entitlement: entitlementRefs(visit, entitlement) }),
  }),
};

export const STRUCTURE_KEYS = ['catalog', 'category', 'service', 'offering', 'pins', 'announcement'] as const;
export type StructureKey = (typeof STRUCTURE_KEYS)[number];
export type StructureMember = CatalogStructure[keyof CatalogStructure][number];

/** The sections of the structure, in the order in which one may refer to those before it. */
export const STRUCTURE_SECTIONS: readonly StructureSection<StructureMember>[] = [
  catalogs,
  categories,
  services,
  offerings,
  pins,
  announcements,
];

export function structureSection(key: StructureKey): StructureSection<StructureMember> {
  const section = STRUCTURE_SECTIONS.find((each) => each.key === key);
  if (section === undefined) throw new Error(`There is no section ${key}.`);
  return section;
}

export const fieldSet: Section<FieldSet> = {
  subject: 'catalog',
  roles: ['catalogManager'],
  key: 'fieldSet',
  schema: fieldSetSchema,
  owned: [],
  nameOf: ({ name }) => name,
  eachRef: (set, visit) => formRefs(visit, set),
};

/** A part of a long list of options as files carry it, by its digest. */
interface OptionPart {
  readonly id: string;
  readonly options: readonly ListedOption[];
}

export const optionParts: Section<OptionPart> = {
  subject: 'catalog',
  roles: ['catalogManager'],
  key: 'optionPart',
  schema: v.strictObject({ id: partLabelSchema, options: optionPartSchema }),
  owned: [],
  eachRef: (part) => part,
};

/** An item as files carry it: what its editors edit, its picture, and whether it is offered. Its versions are the site's own. */
export type MovedItem = Pick<Item, 'id' | 'state' | 'content' | 'replacedBy'> & { readonly picture?: string };

export const items: Section<MovedItem> = {
  subject: 'catalog',
  roles: ['catalogManager'],
  key: 'item',
  schema: v.strictObject({
    id: idSchema,
    state: itemStateSchema,
    content: itemContentSchema,
    replacedBy: v.optional(idSchema),
    picture: v.optional(pictureSchema),
  }),
  owned: [],
  nameOf: ({ content }) => content.name,
  eachRef: (item, visit) => ({
    ...refsIn(visit, item, { replacedBy: 'item' }),
    content: itemRefs(item.content, visit),
  }),
};
