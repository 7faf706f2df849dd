import * as v from 'valibot';
import type { ReadOnly } from '../../../kernel/read-only';
import { dateSchema, idSchema, nameSchema } from './base';

/**
 * Children in Jira's hierarchy, such as subtasks; or work items with a link of a type that leads to the one above, in the
 * direction seen from them (`any` for types that read the same both ways).
 */
const measuredOnSchema = v.variant('kind', [
  v.object({ kind: v.literal('child') }),
  v.object({
    kind: v.literal('link'),
    linkTypeId: idSchema,
    direction: v.picklist(['outward', 'inward', 'any']),
  }),
]);
export type MeasuredOn = ReadOnly<v.InferOutput<typeof measuredOnSchema>>;

/** An agreement as clocks need it: whom it binds and what its breach does to others. */
export const agreementParts = v.object({
  id: idSchema,
  name: nameSchema,
  kind: v.optional(v.picklist(['SLA', 'OLA', 'UC']), 'SLA'),
  parentId: v.optional(idSchema),
  provider: v.optional(nameSchema, ''),
  consumers: v.optional(v.array(nameSchema), []),
  serviceId: v.optional(idSchema),
  validFrom: v.optional(dateSchema),
  validTo: v.optional(dateSchema),
  responsible: v.optional(idSchema),
  reviewDate: v.optional(dateSchema),
  pageId: v.optional(idSchema),
  /**
   * What its clocks mean to those of the agreement above: nothing; their pauses pause them; while one is under way they rest;
   * or their breach puts them at risk.
   */
  affectsParent: v.optional(v.picklist(['none', 'pause', 'open', 'breach']), 'none'),
  /** Whose work items its clocks are on, seen from those of the agreement above; the same ones when left out. */
  measuredOn: v.optional(measuredOnSchema),
});
