/** Parts of the catalog that screens and storage share: so small that a screen may load them. */
import * as v from 'valibot';
import { MOST_ASKED } from './audience/asked';
import type { Category } from './model';
import { accountSchema, idSchema, shortText, textSchema } from './texts/text-schema';

export const revSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

export const priceSchema = v.strictObject({
  amount: v.pipe(v.number(), v.minValue(0), v.maxValue(1e9)),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
});

export const PERIODS = ['month', 'quarter', 'year'] as const;

export const peopleSchema = v.strictObject({
  groups: v.pipe(v.array(shortText), v.maxLength(100)),
  users: v.pipe(v.array(accountSchema), v.maxLength(200)),
});
/** What an item costs once, and over and over. */
export const itemPriceSchema = v.strictObject({
  ...priceSchema.entries,
  recurring: v.optional(v.strictObject({ amount: priceSchema.entries.amount, period: v.picklist(PERIODS) })),
  /** Told to approvers alone, and to `shownTo`. */
  hidden: v.optional(v.literal(true)),
  shownTo: v.optional(peopleSchema),
});

/** The least that an item costs, as lists tell it. */
export const tilePriceSchema = v.strictObject({
  ...priceSchema.entries,
  recurring: itemPriceSchema.entries.recurring,
  /** Answers may make it more. */
  varies: v.optional(v.literal(true)),
});

const jqlSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(1_000));
const words = v.optional(v.pipe(v.array(shortText), v.maxLength(100)));
const audienceSchema = v.strictObject({
  ...peopleSchema.entries,
  places: words,
  departments: words,
  teams: words,
  managers: v.optional(peopleSchema.entries.users),
  languages: words,
  zones: words,
  roles: v.optional(
    v.pipe(v.array(v.strictObject({ projectId: shortText, roleId: shortText })), v.maxLength(MOST_ASKED)),
  ),
  searches: v.optional(v.pipe(v.array(jqlSchema), v.maxLength(MOST_ASKED))),
});
const day = v.optional(v.pipe(v.string(), v.isoDate()));

export const entitlementSchema = v.strictObject({
  availableFor: audienceSchema,
  notAvailableFor: audienceSchema,
  dates: v.optional(v.strictObject({ from: day, to: day })),
  hours: v.optional(idSchema),
});

/** A category as the portal shows it: neither its criteria nor how often it was saved. */
export const shownCategorySchema = v.object({
  id: idSchema,
  catalogId: idSchema,
  parentId: v.optional(idSchema),
  name: textSchema(120),
  description: textSchema(1_000),
  icon: shortText,
  order: v.pipe(v.number(), v.finite()),
});

export const categorySchema: v.GenericSchema<unknown, Category> = v.strictObject({
  ...shownCategorySchema.entries,
  rev: v.optional(revSchema),
  entitlement: v.optional(entitlementSchema),
});
