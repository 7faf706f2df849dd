/** A metric as it is replayed: all of it but its test cases. */
import * as v from 'valibot';
import { textAnswer } from '../../../kernel/text-schema';
import { durationSchema, idSchema, wholeSchema } from './base';
import {
  actionSchema,
  type CancelRule,
  cancelSchema,
  conditionSchema,
  pauseSchema,
  type Trigger,
  triggerSchema,
} from './conditions';
import { levelsSchema } from './escalations';
import { calendarSourceSchema, goalsSchema, spacesSchema } from './goals';

const triggersSchema = v.array(triggerSchema);
const notNegativeMs = v.pipe(durationSchema, v.minValue(0));

export const metricParts = v.object({
  /** Stable: renaming never changes it. */
  id: idSchema,
  name: textAnswer,
  kind: v.optional(v.picklist(['SLA', 'OLA', 'UC']), 'SLA'),
  agreementId: v.optional(idSchema),
  version: v.optional(wholeSchema, 1),
  effectiveFrom: v.optional(wholeSchema),
  active: v.optional(v.boolean(), true),
  /** From `at` on no cycle starts; those under way finish, or are cancelled then. The metric keeps its name and its past. */
  retired: v.optional(v.object({ at: wholeSchema, open: v.picklist(['finish', 'cancel']) })),
  /** Which issues the metric measures; `projectId` and `issuetype` are fields like others. */
  scope: v.optional(conditionSchema, { all: [] }),
  start: triggersSchema,
  stop: triggersSchema,
  pause: v.optional(v.array(pauseSchema), []),
  /** Left out: resumes when no pause rule holds. */
  resume: v.optional(triggersSchema),
  cancel: v.optional(cancelSchema),
  reset: v.optional(
    v.object({
      on: triggersSchema,
      finished: v.optional(v.picklist(['keep', 'restart', 'invalidate']), 'keep'),
    }),
  ),
  method: v.optional(v.picklist(['first', 'last', 'every', 'sum', 'span']), 'every'),
  /** On which goals count that name no calendar of their own. */
  calendar: v.optional(calendarSourceSchema, { kind: 'fixed', calendarId: null }),
  goals: goalsSchema,
  /** Spaces with goals of their own; an issue elsewhere has those above. */
  spaces: v.optional(spacesSchema),
  goalChange: v.optional(v.picklist(['carry', 'restart', 'keep', 'retroactive']), 'carry'),
  /** Retroactive start: a date field (`created`, …) the clock counts from. */
  startFromField: v.optional(idSchema),
  retroactivePause: v.optional(v.boolean(), false),
  order: v.optional(v.array(actionSchema)),
  /** A reopen within so much working time undoes the stop. */
  undoStopMs: v.optional(notNegativeMs, 0),
  graceMs: v.optional(notNegativeMs, 0),
  stopBeforeStart: v.optional(v.picklist(['met', 'ignore']), 'ignore'),
  escalations: v.optional(levelsSchema, []),
  /** What the requester sees of it. */
  visibility: v.optional(v.picklist(['hidden', 'state', 'date']), 'date'),
});

/** What holds rather than happens cancels when it no longer holds; an event stays as it happened (sla-rules §2.6). */
const cancelOf = (start: readonly Trigger[]): CancelRule =>
  start.length > 0 && start.every(({ on }) => on === 'while')
    ? { when: 'startNoLongerHolds' }
    : { when: 'never' };

/** With what is left out as it is by default. */
export const withCancel = <T extends { start: readonly Trigger[]; cancel?: CancelRule | undefined }>(
  parts: T,
) => ({
  ...parts,
  cancel: parts.cancel ?? cancelOf(parts.start),
});

/** A metric as it is replayed. */
export const replayedMetricSchema = v.pipe(metricParts, v.transform(withCancel));
