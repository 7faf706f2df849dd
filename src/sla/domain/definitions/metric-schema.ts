import * as v from 'valibot';
import { durationSchema, idSchema, instantSchema, nameSchema, timeSchema } from './calendar-schema';
import { conditionSchema, triggerSchema } from './condition-schema';
import { testCaseSchema } from './test-case-schema';

const textSchema = v.object({ en: v.string(), ru: v.optional(v.string()) });
const daysSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3660));

export const targetSchema = v.variant('kind', [
  v.object({ kind: v.literal('duration'), ms: durationSchema }),
  v.object({ kind: v.literal('businessDays'), days: daysSchema, endOfDay: v.boolean() }),
  v.object({
    kind: v.literal('dateField'),
    field: idSchema,
    time: timeSchema,
    outside: v.picklist(['previousClosing', 'nextOpening']),
  }),
  v.object({
    kind: v.literal('durationField'),
    field: idSchema,
    unitMs: v.pipe(durationSchema, v.minValue(1)),
  }),
  v.object({
    kind: v.literal('relative'),
    days: daysSchema,
    by: v.union([v.literal('endOfDay'), timeSchema]),
  }),
  v.object({ kind: v.literal('none') }),
]);

export const calendarSourceSchema = v.variant('kind', [
  v.object({ kind: v.literal('fixed'), calendarId: v.nullable(idSchema) }),
  v.object({
    kind: v.literal('field'),
    field: idSchema,
    map: v.record(v.string(), v.string()),
    fallback: v.nullable(idSchema),
  }),
]);

export const goalSchema = v.object({
  id: idSchema,
  name: nameSchema,
  when: v.optional(conditionSchema),
  target: targetSchema,
  calendar: calendarSourceSchema,
});

const levelTimeSchema = v.variant('kind', [
  v.object({ kind: v.literal('percent'), percent: v.pipe(v.number(), v.minValue(0), v.maxValue(1000)) }),
  v.object({
    kind: v.picklist(['beforeDue', 'afterDue']),
    ms: durationSchema,
    clock: v.picklist(['calendar', 'wall']),
  }),
]);

export const recipientSchema = v.variant('kind', [
  v.object({ kind: v.picklist(['assignee', 'reporter', 'itemOwner', 'slaManagers', 'manager']) }),
  v.object({ kind: v.literal('user'), accountId: idSchema }),
  v.object({ kind: v.literal('group'), groupId: idSchema, name: nameSchema }),
  v.object({ kind: v.literal('role'), roleId: idSchema }),
  v.object({ kind: v.literal('userField'), field: idSchema }),
]);

const recipientsSchema = v.array(recipientSchema);

export const escalationActionSchema = v.variant('kind', [
  v.object({ kind: v.picklist(['comment', 'notify']), to: recipientsSchema, text: v.optional(textSchema) }),
  v.object({ kind: v.literal('assign'), to: recipientSchema }),
  v.object({ kind: v.literal('priority'), priorityId: idSchema }),
  v.object({ kind: v.literal('transition'), toStatusId: idSchema }),
  v.object({ kind: v.literal('label'), label: idSchema }),
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
  actions: v.array(escalationActionSchema),
  repeatEveryMs: v.optional(v.pipe(durationSchema, v.minValue(1))),
  quiet: v.optional(v.picklist(['hold', 'ignore'])),
});

const cancelSchema = v.variant('when', [
  v.object({ when: v.picklist(['never', 'startNoLongerHolds']) }),
  v.object({ when: v.literal('trigger'), any: v.array(triggerSchema) }),
]);

export const metricSchema = v.object({
  id: idSchema,
  name: textSchema,
  kind: v.picklist(['SLA', 'OLA', 'UC']),
  agreementId: v.optional(idSchema),
  version: v.pipe(v.number(), v.integer()),
  effectiveFrom: v.optional(instantSchema),
  active: v.boolean(),
  retired: v.optional(v.object({ at: instantSchema, open: v.picklist(['finish', 'cancel']) })),
  scope: conditionSchema,
  start: v.array(triggerSchema),
  stop: v.array(triggerSchema),
  pause: v.array(v.object({ reason: idSchema, when: conditionSchema, resumeAtField: v.optional(idSchema) })),
  resume: v.optional(v.array(triggerSchema)),
  cancel: cancelSchema,
  reset: v.optional(
    v.object({ on: v.array(triggerSchema), finished: v.picklist(['keep', 'restart', 'invalidate']) }),
  ),
  method: v.picklist(['first', 'last', 'every', 'sum', 'span']),
  goals: v.pipe(v.array(goalSchema), v.maxLength(200)),
  goalChange: v.picklist(['carry', 'restart', 'keep', 'retroactive']),
  startFromField: v.optional(idSchema),
  retroactivePause: v.boolean(),
  order: v.optional(v.array(v.picklist(['cancel', 'stop', 'reset', 'pause', 'resume', 'start']))),
  undoStopMs: v.pipe(durationSchema, v.minValue(0)),
  graceMs: v.pipe(durationSchema, v.minValue(0)),
  stopBeforeStart: v.picklist(['met', 'ignore']),
  escalations: v.pipe(v.array(levelSchema), v.maxLength(50)),
  visibility: v.picklist(['hidden', 'state', 'date']),
  tests: v.optional(v.pipe(v.array(testCaseSchema), v.maxLength(50))),
});
