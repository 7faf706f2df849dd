/** Parts of the catalog that screens and storage share: so small that a screen may load them. */
import * as v from 'valibot';
import type { Category } from './model';
import { idSchema, shortText, textSchema } from './text-schema';

export const revSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

export const priceSchema = v.strictObject({
  amount: v.pipe(v.number(), v.minValue(0), v.maxValue(1e9)),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
});

export const categorySchema: v.GenericSchema<unknown, Category> = v.strictObject({
  id: idSchema,
  rev: v.optional(revSchema),
  catalogId: idSchema,
  parentId: v.optional(idSchema),
  name: textSchema(120),
  description: textSchema(1_000),
  icon: shortText,
  order: v.pipe(v.number(), v.integer()),
});
