import * as v from 'valibot';
import { isKnownZone } from '../../../engine/calendar/zone';
import { timeSchema, weekdaySchema } from '../rules/calendar-schema';
import { LATE_STARTS, type PolicyConfig } from './model';
import { code } from '../../../engine/model/code';

const hours = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8760));

const quietSchema = v.variant('kind', [
  v.object({ kind: v.literal('off') }),
  v.object({ kind: v.literal('calendar') }),
  v.pipe(
    v.object({
      kind: v.literal('hours'),
      zone: v.pipe(v.string(), v.check(isKnownZone, code('UNKNOWN_ZONE'))),
      from: timeSchema,
      to: timeSchema,
      days: v.pipe(v.array(weekdaySchema), v.maxLength(6, code('QUIET_EVERY_DAY'))),
    }),
    v.check(({ from, to }) => from !== to, code('QUIET_WITHOUT_END')),
  ),
]);

/** What an administrator may save: whether safe mode is on is a state of one installation. */
export const policySchema: v.GenericSchema<unknown, PolicyConfig> = v.pipe(
  v.object({
    // A later form of it gets a number of its own, and this one stays readable.
    schema: v.literal(1, code('OTHER_VERSION')),
    quiet: quietSchema,
    // Policies and files from before there was a choice.
    lateStart: v.optional(v.picklist(LATE_STARTS), 'notice'),
    contact: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
    pauseBy: v.picklist(['editors', 'granted']),
    pauseAloneHours: hours,
    pauseMostHours: hours,
    extendAloneHours: hours,
  }),
  // Nobody may pause longer alone than at all.
  v.check(
    ({ pauseAloneHours, pauseMostHours }) => pauseAloneHours <= pauseMostHours,
    code('PAUSES_DO_NOT_FIT'),
  ),
);
