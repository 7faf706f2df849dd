import * as v from 'valibot';
import type { AgentsRule } from '../../../engine/model/agents';

const MOST = 50;
const roleSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^\d{1,18}$/)),
  name: v.pipe(v.string(), v.maxLength(255)),
});
const group = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

/** What an SLA manager may save: a rule that can name somebody. */
export const agentsSchema: v.GenericSchema<unknown, AgentsRule> = v.variant('by', [
  v.strictObject({ by: v.literal('assignable') }),
  v.strictObject({
    by: v.literal('roles'),
    roles: v.pipe(v.array(roleSchema), v.minLength(1), v.maxLength(MOST)),
  }),
  v.strictObject({
    by: v.literal('groups'),
    groups: v.pipe(v.array(group), v.minLength(1), v.maxLength(MOST)),
  }),
]);
