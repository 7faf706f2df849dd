import * as v from 'valibot';
import type { Band, Bands, SlaDisplay } from './model';
import { code } from '../../../engine/model/code';

/** Fields of the site's own making: those of Jira's that could hold a team are all of them custom fields. */
export const groupFieldSchema = v.pipe(v.string(), v.regex(/^customfield_\d{1,18}$/));

const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const bandSchema = v.object({ percent: whole(100), minutes: whole(100_000) });

/** Attention comes first, or with the warning: a limit that is off comes never. */
const comesFirst = (attention: Band, warning: Band): boolean =>
  (['percent', 'minutes'] as const).every(
    (limit) => attention[limit] === 0 || attention[limit] >= warning[limit],
  );

export const bandsSchema: v.GenericSchema<unknown, Bands> = v.pipe(
  v.object({ attention: bandSchema, warning: bandSchema }),
  v.check(({ attention, warning }) => comesFirst(attention, warning), code('ATTENTION_TOO_LATE')),
);

/** What an SLA manager may save. */
export const displaySchema: v.GenericSchema<unknown, SlaDisplay> = v.object({
  groupField: v.optional(v.nullable(groupFieldSchema)),
  bands: v.optional(bandsSchema),
  forecasts: v.optional(v.boolean()),
});
