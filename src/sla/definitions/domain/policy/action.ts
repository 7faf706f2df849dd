/** What people do to a clock by hand. */
import * as v from 'valibot';
import { EXCUSE_CATEGORIES } from './model';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
/** Everybody who follows the promise reads it. */
const reason = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(500));
const MOST_EXTENSION_MS = 365 * 24 * 3_600_000;

export const actionSchema = v.variant('kind', [
  v.object({
    kind: v.literal('pause'),
    metricId: v.optional(id),
    reason,
    resumeAt: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  v.object({ kind: v.literal('resume'), metricId: v.optional(id) }),
  v.object({
    kind: v.literal('extend'),
    metricId: id,
    ms: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_EXTENSION_MS)),
    from: v.picklist(['target', 'now']),
    reason,
  }),
  v.object({
    kind: v.literal('excuse'),
    metricId: id,
    cycle: v.pipe(v.number(), v.integer(), v.minValue(1)),
    category: v.picklist(EXCUSE_CATEGORIES),
    reason,
  }),
]);
export type SlaAction = v.InferOutput<typeof actionSchema>;
