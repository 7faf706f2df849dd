import * as v from 'valibot';
import { isKnownZone } from '../../../engine/calendar/zone';
import { timeSchema, weekdaySchema } from '../../../engine/model/base';
import type { SlaPolicy } from './model';
import { code } from '../../../engine/model/code';

export const quietSchema = v.variant('kind', [
  v.object({ kind: v.literal('off') }),
  /** Outside the working hours of the calendar the promise is counted on; a 24×7 promise is never quiet. */
  v.object({ kind: v.literal('calendar') }),
  /** Every day from one wall time to another, perhaps past midnight, and the whole of some weekdays. */
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

/** Whom messages reach, and how many of them. */
export const REACHES = {
  /**
   * What of the levels that had passed before a clock began: nobody is told, only the highest acts, or each does, one after the
   * other.
   */
  lateStart: v.optional(v.picklist(['silent', 'notice', 'each']), 'notice'),
  /** After so many working hours or days who has not decided is reminded, and again. Never, until somebody chooses when. */
  remindApprovers: v.optional(v.picklist(['never', 'h4', 'h8', 'd1', 'd2', 'd3', 'd5']), 'never'),
};

const hours = (usual: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8760)), usual);

/** How far people may go by hand. */
export const LIMITS = {
  /** Besides SLA managers: everybody who may edit the issue, or only holders of the project permission. */
  pauseBy: v.optional(v.picklist(['editors', 'granted']), 'editors'),
  /** How long a cycle may be paused by hand without an SLA manager, all pauses together, and by one in one go. A pause ends by itself then. */
  pauseAloneHours: hours(120),
  pauseMostHours: hours(720),
  /** How far holders of the project permission may extend a target, all extensions of a cycle together. */
  extendAloneHours: hours(24),
};

/** What an administrator may save: whether safe mode is on is a state of one installation. A setting is a line of its group. */
export const policySchema = v.pipe(
  v.object({
    // A later form of it gets a number of its own, and this one stays readable.
    schema: v.literal(1, code('OTHER_VERSION')),
    quiet: v.optional(quietSchema, { kind: 'off' }),
    /** Told when an escalation reaches nobody else. */
    contact: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
    ...REACHES,
    ...LIMITS,
  }),
  // Nobody may pause longer alone than at all.
  v.check(
    ({ pauseAloneHours, pauseMostHours }) => pauseAloneHours <= pauseMostHours,
    code('PAUSES_DO_NOT_FIT'),
  ),
);

/** What holds before anything was saved. */
export const DEFAULT_POLICY: SlaPolicy = v.parse(policySchema, { schema: 1 });
