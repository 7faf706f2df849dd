import * as v from 'valibot';
import type { CancelRule, Trigger } from '../../../engine/model';
import { durationSchema, idSchema, instantSchema, nameSchema, timeSchema } from './calendar-schema';
import { conditionSchema, triggerSchema } from './condition-schema';
import { code } from '../../../engine/model/code';

const textSchema = v.object({ en: v.string(), ru: v.optional(v.string()) });
const daysSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3660));

export const targetSchema = v.variant('kind', [
  v.object({ kind: v.literal('duration'), ms: durationSchema }),
  v.object({ kind: v.literal('businessDays'), days: daysSchema, endOfDay: v.optional(v.boolean(), false) }),
  v.object({
    kind: v.literal('dateField'),
    field: idSchema,
    time: timeSchema,
    outside: v.optional(v.picklist(['previousClosing', 'nextOpening']), 'previousClosing'),
  }),
  v.object({
    kind: v.literal('durationField'),
    field: idSchema,
    unitMs: v.pipe(durationSchema, v.minValue(1)),
  }),
  v.object({
    kind: v.literal('relative'),
    days: daysSchema,
    by: v.optional(v.union([v.literal('endOfDay'), timeSchema]), 'endOfDay'),
  }),
  v.object({ kind: v.literal('none') }),
]);

export const calendarSourceSchema = v.variant('kind', [
  v.object({ kind: v.literal('fixed'), calendarId: v.nullable(idSchema) }),
  v.object({
    kind: v.literal('field'),
    field: idSchema,
    map: v.record(v.string(), v.string()),
    fallback: v.optional(v.nullable(idSchema), null),
  }),
]);

export const goalSchema = v.object({
  id: idSchema,
  name: nameSchema,
  when: v.optional(conditionSchema),
  target: targetSchema,
  calendar: v.optional(calendarSourceSchema),
});

const goalsSchema = v.pipe(v.array(goalSchema), v.maxLength(200));

const levelTimeSchema = v.variant('kind', [
  v.object({ kind: v.literal('percent'), percent: v.pipe(v.number(), v.minValue(0), v.maxValue(1000)) }),
  v.object({
    kind: v.picklist(['beforeDue', 'afterDue']),
    ms: durationSchema,
    clock: v.optional(v.picklist(['calendar', 'wall']), 'calendar'),
  }),
]);

export const recipientSchema = v.variant('kind', [
  v.object({ kind: v.picklist(['assignee', 'reporter', 'itemOwner', 'slaManagers', 'manager']) }),
  v.object({ kind: v.literal('user'), accountId: idSchema }),
  v.object({ kind: v.literal('group'), groupId: idSchema, name: nameSchema }),
  v.object({ kind: v.literal('role'), roleId: idSchema }),
  v.object({ kind: v.literal('userField'), field: idSchema }),
]);

/** Jira refuses a label with a blank in it. */
const LABEL = /^\S+$/;

const recipientsSchema = v.array(recipientSchema);

export const escalationActionSchema = v.variant('kind', [
  v.object({ kind: v.picklist(['comment', 'notify']), to: recipientsSchema, text: v.optional(textSchema) }),
  v.object({ kind: v.literal('assign'), to: recipientSchema }),
  v.object({ kind: v.literal('priority'), priorityId: idSchema }),
  v.object({ kind: v.literal('transition'), toStatusId: idSchema }),
  v.object({ kind: v.literal('label'), label: v.pipe(idSchema, v.regex(LABEL, code('LABEL_WITH_BLANK'))) }),
  v.object({
    kind: v.literal('createLinked'),
    projectId: idSchema,
    issueTypeId: idSchema,
    linkType: nameSchema,
    summary: v.pipe(v.string(), v.maxLength(255)),
  }),
  v.object({ kind: v.literal('property'), key: idSchema }),
]);

const levelSchema = v.object({
  id: idSchema,
  name: nameSchema,
  at: levelTimeSchema,
  when: v.optional(conditionSchema),
  actions: v.optional(v.array(escalationActionSchema), []),
  repeatEveryMs: v.optional(v.pipe(durationSchema, v.minValue(1))),
  quiet: v.optional(v.picklist(['hold', 'ignore'])),
});

const cancelSchema = v.variant('when', [
  v.object({ when: v.picklist(['never', 'startNoLongerHolds']) }),
  v.object({ when: v.literal('trigger'), any: v.array(triggerSchema) }),
]);

const notNegativeMs = v.pipe(durationSchema, v.minValue(0));

export const metricParts = v.object({
  id: idSchema,
  name: textSchema,
  kind: v.optional(v.picklist(['SLA', 'OLA', 'UC']), 'SLA'),
  agreementId: v.optional(idSchema),
  version: v.optional(v.pipe(v.number(), v.integer()), 1),
  effectiveFrom: v.optional(instantSchema),
  active: v.optional(v.boolean(), true),
  retired: v.optional(v.object({ at: instantSchema, open: v.picklist(['finish', 'cancel']) })),
  scope: v.optional(conditionSchema, { all: [] }),
  start: v.array(triggerSchema),
  stop: v.array(triggerSchema),
  pause: v.optional(
    v.array(v.object({ reason: idSchema, when: conditionSchema, resumeAtField: v.optional(idSchema) })),
    [],
  ),
  resume: v.optional(v.array(triggerSchema)),
  cancel: v.optional(cancelSchema),
  reset: v.optional(
    v.object({
      on: v.array(triggerSchema),
      finished: v.optional(v.picklist(['keep', 'restart', 'invalidate']), 'keep'),
    }),
  ),
  method: v.optional(v.picklist(['first', 'last', 'every', 'sum', 'span']), 'every'),
  calendar: v.optional(calendarSourceSchema, { kind: 'fixed', calendarId: null }),
  goals: goalsSchema,
  spaces: v.optional(v.pipe(v.array(v.object({ id: idSchema, goals: goalsSchema })), v.maxLength(200))),
  goalChange: v.optional(v.picklist(['carry', 'restart', 'keep', 'retroactive']), 'carry'),
  startFromField: v.optional(idSchema),
  retroactivePause: v.optional(v.boolean(), false),
  order: v.optional(v.array(v.picklist(['cancel', 'stop', 'reset', 'pause', 'resume', 'start']))),
  undoStopMs: v.optional(notNegativeMs, 0),
  graceMs: v.optional(notNegativeMs, 0),
  stopBeforeStart: v.optional(v.picklist(['met', 'ignore']), 'ignore'),
  escalations: v.optional(v.pipe(v.array(levelSchema), v.maxLength(50)), []),
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
