import * as v from 'valibot';
import type { SlaDisplay } from './model';

/** Fields of the site's own making: those of Jira's that could hold a team are all of them custom fields. */
export const groupFieldSchema = v.pipe(v.string(), v.regex(/^customfield_\d{1,18}$/));

/** What an SLA manager may save. */
export const displaySchema: v.GenericSchema<unknown, SlaDisplay> = v.object({
  groupField: v.optional(v.nullable(groupFieldSchema)),
});
