import * as v from 'valibot';
import { conditionSchema as conditionSchemaOf } from '../../../../kernel/condition';
import type { Condition, FieldTest } from '../../../engine/model';
import { idSchema } from './calendar-schema';
import { COMMENT_AUTHORS } from './comment-authors';
import { code } from '../../../engine/model/code';

const field = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

/** How deep conditions may nest: enough for people, too little to exhaust the stack. */
const MAX_DEPTH = 20;

const testSchema: v.GenericSchema<unknown, FieldTest> = v.union([
  v.object({ field, op: v.picklist(['in', 'notIn']), values: v.array(v.string()) }),
  v.object({ field, op: v.picklist(['set', 'empty']) }),
  v.object({ field, op: v.picklist(['gt', 'gte', 'lt', 'lte']), value: v.number() }),
]);

export const conditionSchema: v.GenericSchema<unknown, Condition> = conditionSchemaOf(testSchema, {
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

export const triggerSchema = v.variant('on', [
  v.object({ on: v.literal('created') }),
  v.object({
    on: v.literal('changed'),
    field,
    from: v.optional(v.array(v.string())),
    to: v.optional(v.array(v.string())),
    edge: v.optional(v.picklist(['set', 'cleared'])),
    and: v.optional(conditionSchema),
  }),
  v.object({
    on: v.literal('commented'),
    by: v.array(v.picklist(COMMENT_AUTHORS)),
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
