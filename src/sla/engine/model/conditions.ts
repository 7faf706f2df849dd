/** What a metric looks at: states that hold, events that happen, and what follows from them. */
import * as v from 'valibot';
import {
  type Condition as ConditionOf,
  conditionSchema as conditionSchemaOf,
} from '../../../kernel/condition';
import type { ReadOnly } from '../../../kernel/read-only';
import { idSchema } from './base';
import { code } from './code';

const field = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

/** How deep conditions may nest: enough for people, too little to exhaust the stack. */
const MAX_DEPTH = 20;

/** What may be asked of one field. */
const testSchema = v.union([
  v.object({ field, op: v.picklist(['in', 'notIn']), values: v.array(v.string()) }),
  v.object({ field, op: v.picklist(['set', 'empty']) }),
  v.object({ field, op: v.picklist(['gt', 'gte', 'lt', 'lte']), value: v.number() }),
]);
export type FieldTest = ReadOnly<v.InferOutput<typeof testSchema>>;

/**
 * What must hold of the current fields. Values are ids (status, priority, accounts, groups, options);
 * an empty field has no value. `statusCategory` is `new`, `indeterminate` or `done`.
 */
export type Condition = ConditionOf<FieldTest>;
export const conditionSchema = conditionSchemaOf<FieldTest>(testSchema, {
  depth: MAX_DEPTH * 2,
  fewestParts: 0,
  mostParts: Number.POSITIVE_INFINITY,
  message: code('MALFORMED'),
});

const depthOf = (input: unknown): number => {
  let depth = 0;
  for (let level: unknown[] = [input]; level.length > 0; depth++) {
    if (depth > MAX_DEPTH * 4) return depth;
    level = level.flatMap((each): unknown[] =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
  }
  return depth;
};

/** Refuses input nested deeper than any condition can be, before a schema walks it. */
export const tooDeep = (input: unknown): boolean => depthOf(input) > MAX_DEPTH * 4;

/**
 * Who wrote a comment, seen from the request: who asks (reporter, beneficiary, participant), an agent by the site's own rule,
 * an app or automation, or somebody `other`.
 */
export const authorSchema = v.picklist(['requester', 'agent', 'other', 'app']);
export type CommentAuthor = v.InferOutput<typeof authorSchema>;

/** Something that must happen, or (`while`) something that must hold. */
export const triggerSchema = v.variant('on', [
  v.object({ on: v.literal('created') }),
  v.object({
    on: v.literal('changed'),
    field,
    from: v.optional(v.array(v.string())),
    to: v.optional(v.array(v.string())),
    /** Only `set` (from empty), only `cleared` (to empty), or any change. */
    edge: v.optional(v.picklist(['set', 'cleared'])),
    /** And this must hold after the change. */
    and: v.optional(conditionSchema),
  }),
  v.object({
    on: v.literal('commented'),
    by: v.array(authorSchema),
    audience: v.picklist(['public', 'internal', 'any']),
    groups: v.optional(v.array(v.string())),
  }),
  v.object({ on: v.literal('approval'), decision: v.picklist(['requested', 'approved', 'declined', 'any']) }),
  v.object({ on: v.picklist(['linked', 'unlinked']), linkTypes: v.optional(v.array(v.string())) }),
  v.object({
    on: v.literal('metric'),
    metricId: idSchema,
    to: v.picklist(['started', 'met', 'breached', 'stopped', 'paused']),
  }),
  v.object({ on: v.literal('while'), condition: conditionSchema }),
]);
export type Trigger = ReadOnly<v.InferOutput<typeof triggerSchema>>;

export const pauseSchema = v.object({
  /** Reported under this reason: `requester`, `vendor`, `approval`, `scheduled`, or the admin's own word. */
  reason: idSchema,
  when: conditionSchema,
  /** A date field saying when work goes on; with it a due instant exists while paused. */
  resumeAtField: v.optional(idSchema),
});
export type PauseRule = ReadOnly<v.InferOutput<typeof pauseSchema>>;

export const cancelSchema = v.variant('when', [
  v.object({ when: v.picklist(['never', 'startNoLongerHolds']) }),
  v.object({ when: v.literal('trigger'), any: v.array(triggerSchema) }),
]);
export type CancelRule = ReadOnly<v.InferOutput<typeof cancelSchema>>;

export const actionSchema = v.picklist(['cancel', 'stop', 'reset', 'pause', 'resume', 'start']);
export type ActionKind = v.InferOutput<typeof actionSchema>;
