/** Who is told of a clock, when, and what else happens. */
import * as v from 'valibot';
import { textAnswer } from '../../../kernel/text-schema';
import type { ReadOnly } from '../../../kernel/read-only';
import { durationSchema, idSchema, nameSchema } from './base';
import { code } from './code';
import { conditionSchema } from './conditions';

const atSchema = v.variant('kind', [
  v.object({ kind: v.literal('percent'), percent: v.pipe(v.number(), v.minValue(0), v.maxValue(1000)) }),
  v.object({
    kind: v.picklist(['beforeDue', 'afterDue']),
    ms: durationSchema,
    clock: v.optional(v.picklist(['calendar', 'wall']), 'calendar'),
  }),
]);
export type EscalationAt = ReadOnly<v.InferOutput<typeof atSchema>>;

const recipientSchema = v.variant('kind', [
  v.object({ kind: v.picklist(['assignee', 'reporter', 'itemOwner', 'slaManagers', 'manager']) }),
  v.object({ kind: v.literal('user'), accountId: idSchema }),
  v.object({ kind: v.literal('group'), groupId: idSchema, name: nameSchema }),
  v.object({ kind: v.literal('role'), roleId: idSchema }),
  v.object({ kind: v.literal('userField'), field: idSchema }),
]);
export type Recipient = ReadOnly<v.InferOutput<typeof recipientSchema>>;
const recipientsSchema = v.array(recipientSchema);

/** Jira refuses a label with a blank in it. */
const LABEL = /^\S+$/;

const actionSchema = v.variant('kind', [
  /** `comment`: an internal one that mentions the recipients, so that Jira itself notifies them. */
  v.object({ kind: v.picklist(['comment', 'notify']), to: recipientsSchema, text: v.optional(textAnswer) }),
  v.object({ kind: v.literal('assign'), to: recipientSchema }),
  v.object({ kind: v.literal('priority'), priorityId: idSchema }),
  v.object({ kind: v.literal('transition'), toStatusId: idSchema }),
  v.object({ kind: v.literal('label'), label: v.pipe(idSchema, v.regex(LABEL, code('LABEL_WITH_BLANK'))) }),
  v.object({
    kind: v.literal('createLinked'),
    projectId: idSchema,
    issueTypeId: idSchema,
    linkType: nameSchema,
    summary: nameSchema,
  }),
  v.object({ kind: v.literal('property'), key: idSchema }),
]);
export type EscalationAction = ReadOnly<v.InferOutput<typeof actionSchema>>;

const levelSchema = v.object({
  id: idSchema,
  name: nameSchema,
  at: atSchema,
  when: v.optional(conditionSchema),
  actions: v.optional(v.array(actionSchema), []),
  /**
   * Acts again so long after each time, on the level's own clock, while the cycle runs: until twice the target is used
   * up (sla-rules §9.6). Left out: once per cycle.
   */
  repeatEveryMs: v.optional(v.pipe(durationSchema, v.minValue(1))),
  /** `ignore`: tells people even in quiet hours (on-call). `hold`, or left out: waits until they end. */
  quiet: v.optional(v.picklist(['hold', 'ignore'])),
});
export type EscalationLevel = ReadOnly<v.InferOutput<typeof levelSchema>>;
export const levelsSchema = v.pipe(v.array(levelSchema), v.maxLength(50));
