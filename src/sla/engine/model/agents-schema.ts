import * as v from 'valibot';
import type { ReadOnly } from '../../../kernel/read-only';

const MOST = 50;
const roleSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^\d{1,18}$/)),
  name: v.pipe(v.string(), v.maxLength(255)),
});
const group = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

/** Who counts as an agent on this site: those whose comments answer a request. A rule that can name somebody. */
export const agentsSchema = v.variant('by', [
  /** Whoever may be assigned in the space. */
  v.strictObject({ by: v.literal('assignable') }),
  /** Whoever is in one of these project roles of the space; names as they were when they were chosen. */
  v.strictObject({
    by: v.literal('roles'),
    roles: v.pipe(v.array(roleSchema), v.minLength(1), v.maxLength(MOST)),
  }),
  /** Whoever is in one of these groups. */
  v.strictObject({
    by: v.literal('groups'),
    groups: v.pipe(v.array(group), v.minLength(1), v.maxLength(MOST)),
  }),
]);
export type AgentsRule = ReadOnly<v.InferOutput<typeof agentsSchema>>;
