/** What is promised: how much time, counted on which calendar. */
import * as v from 'valibot';
import type { ReadOnly } from '../../../kernel/read-only';
import { durationSchema, idSchema, nameSchema, timeSchema } from './base';
import { conditionSchema } from './conditions';

const daysSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3660));

const targetSchema = v.variant('kind', [
  v.object({ kind: v.literal('duration'), ms: durationSchema }),
  /** Same wall time on the Nth following working day, or the end of that day. */
  v.object({ kind: v.literal('businessDays'), days: daysSchema, endOfDay: v.optional(v.boolean(), false) }),
  /** The field is the due instant; a date-only field is due at `time` in the calendar's zone. */
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
  /** N working days ahead by a wall time, or by the end of that working day. */
  v.object({
    kind: v.literal('relative'),
    days: daysSchema,
    by: v.optional(v.union([v.literal('endOfDay'), timeSchema]), 'endOfDay'),
  }),
  /** Measured, not promised. */
  v.object({ kind: v.literal('none') }),
]);
export type Target = ReadOnly<v.InferOutput<typeof targetSchema>>;

/** Which calendar counts; `null` is 24×7. */
export const calendarSourceSchema = v.variant('kind', [
  v.object({ kind: v.literal('fixed'), calendarId: v.nullable(idSchema) }),
  /** Looked up by the field's current value (`assignee`, `group`, a location field, …) at each segment. */
  v.object({
    kind: v.literal('field'),
    field: idSchema,
    map: v.record(v.string(), v.string()),
    fallback: v.optional(v.nullable(idSchema), null),
  }),
]);
export type CalendarSource = ReadOnly<v.InferOutput<typeof calendarSourceSchema>>;

export const goalSchema = v.object({
  id: idSchema,
  name: nameSchema,
  /** Left out: all remaining issues. */
  when: v.optional(conditionSchema),
  target: targetSchema,
  /** Left out: the metric's. */
  calendar: v.optional(calendarSourceSchema),
});
export type Goal = ReadOnly<v.InferOutput<typeof goalSchema>>;

export const goalsSchema = v.pipe(v.array(goalSchema), v.maxLength(200));

/** Goals of a space's own (`id` is the project's), tried before the metric's. The space departs from the standard, and screens say in what. */
const spaceGoalsSchema = v.object({ id: idSchema, goals: goalsSchema });
export type SpaceGoals = ReadOnly<v.InferOutput<typeof spaceGoalsSchema>>;
export const spacesSchema = v.pipe(v.array(spaceGoalsSchema), v.maxLength(200));
