import * as v from 'valibot';
import { conditionSchema } from '../../../kernel/condition';
import { answerSchema } from './answers-schema';
import { FACT_NAMES } from './facts';
import {
  FIELD_TYPES,
  MOST_COLUMNS,
  MOST_MB,
  MOST_OPTIONS,
  REQUESTER_PARTS,
  strangeSettings,
} from '../field-types';
import { FILE_KINDS } from '../files/file-kinds';
import { NAMED_OPTION } from '../field-types/named-option';
import { optionListSchema } from './option-list';
import type {
  AnswerTest,
  Destination,
  FieldSetting,
  FieldType,
  FormField,
  FormRule,
  RuleEffect,
} from '../model';
import { idSchema, shortText, textSchema } from '../texts/text-schema';

const MAX_CONDITION_DEPTH = 5;

/** An option of Jira has words of 255 characters at most. */
const testValue = v.pipe(v.string(), v.maxLength(300));
const tested = v.union([idSchema, v.picklist(FACT_NAMES)]);
const testSchema: v.GenericSchema<unknown, AnswerTest> = v.variant('op', [
  v.strictObject({ field: tested, op: v.picklist(['is', 'isNot', 'contains']), value: testValue }),
  v.strictObject({ field: tested, op: v.picklist(['filled', 'empty']) }),
  v.strictObject({ field: idSchema, op: v.picklist(['gt', 'lt']), value: v.number() }),
  v.strictObject({ field: idSchema, op: v.picklist(['is', 'isNot', 'gt', 'lt']), other: idSchema }),
]);

export const formConditionSchema = conditionSchema(testSchema, {
  depth: MAX_CONDITION_DEPTH,
  fewestParts: 1,
  mostParts: 20,
  message: 'MALFORMED',
});

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));

const optionSchema = v.strictObject({
  id: idSchema,
  label: textSchema(200),
  price: v.optional(v.number()),
  groups: v.optional(v.pipe(v.array(shortText), v.minLength(1), v.maxLength(20))),
});

const jqlSchema = v.pipe(v.string(), v.maxLength(1_000));

const columnSchema = v.strictObject({
  id: idSchema,
  label: textSchema(100),
  type: v.picklist(['text', 'number']),
  required: v.optional(v.boolean()),
});

const SETTINGS = {
  placeholder: v.optional(textSchema(200)),
  options: v.optional(v.pipe(v.array(optionSchema), v.maxLength(MOST_OPTIONS))),
  jiraField: v.optional(v.pipe(v.string(), v.regex(/^([a-zA-Z]+|customfield_\d+)?$/), v.maxLength(64))),
  optionList: v.optional(optionListSchema),
  cells: v.optional(v.pipe(v.array(columnSchema), v.maxLength(MOST_COLUMNS))),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
  step: v.optional(v.pipe(v.number(), v.gtValue(0))),
  maxSize: v.optional(v.pipe(count, v.minValue(1), v.maxValue(MOST_MB))),
  kinds: v.optional(v.array(v.picklist(FILE_KINDS))),
  currency: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))),
  columns: v.optional(v.picklist([2, 3])),
  minLength: v.optional(count),
  maxLength: v.optional(v.pipe(count, v.maxValue(10_000))),
  pattern: v.optional(
    v.strictObject({
      regex: v.pipe(v.string(), v.maxLength(500)),
      message: textSchema(300),
      ignoreCase: v.optional(v.boolean()),
    }),
  ),
  minWorkingDays: v.optional(v.pipe(count, v.maxValue(366))),
  jql: v.optional(jqlSchema),
  formula: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
  body: v.optional(textSchema(5_000)),
} satisfies Record<FieldSetting, v.GenericSchema>;

const FIELD_TYPE_NAMES = Object.keys(FIELD_TYPES) as readonly FieldType[];

/** A field of a form; one with a setting that its type does not have is none. */
export const formFieldSchema: v.GenericSchema<unknown, FormField> = v.pipe(
  v.strictObject({
    id: idSchema,
    type: v.picklist(FIELD_TYPE_NAMES),
    label: textSchema(300),
    help: v.optional(textSchema(1_000)),
    required: v.boolean(),
    visibleWhen: v.optional(formConditionSchema),
    requiredWhen: v.optional(formConditionSchema),
    set: v.optional(idSchema),
    own: v.optional(v.array(v.picklist(['label', 'required', 'default']))),
    default: v.optional(
      v.variant('kind', [
        v.strictObject({ kind: v.literal('static'), value: answerSchema }),
        v.strictObject({ kind: v.literal('requester'), what: v.optional(v.picklist(REQUESTER_PARTS)) }),
        v.strictObject({ kind: v.literal('previous') }),
        v.strictObject({ kind: v.literal('found'), jql: jqlSchema }),
        v.strictObject({
          kind: v.literal('today'),
          days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-3_660), v.maxValue(3_660))),
          working: v.optional(v.boolean()),
        }),
      ]),
    ),
    ...SETTINGS,
  }),
  v.check((field) => strangeSettings(field).length === 0),
  v.check(
    ({ options, jiraField, optionList }) =>
      [options, jiraField, optionList].filter((each) => each !== undefined).length < 2,
  ),
);

const id = v.pipe(v.string(), v.maxLength(64));

/** A draft may be kept before anything is chosen; publishing asks for it. */
export const destinationSchema: v.GenericSchema<unknown, Destination> = v.variant('kind', [
  v.strictObject({ kind: v.literal('item'), id }),
  v.strictObject({ kind: v.literal('page'), id, title: v.optional(v.pipe(v.string(), v.maxLength(300))) }),
  v.strictObject({ kind: v.literal('url'), url: v.pipe(v.string(), v.maxLength(2_000)) }),
]);

const PLAIN = ['show', 'hide', 'require', 'readOnly', 'clear', 'keep'] as const;

const optionOfJira = v.pipe(v.string(), v.regex(NAMED_OPTION));

const effectSchema: v.GenericSchema<unknown, RuleEffect> = v.variant('do', [
  v.strictObject({ do: v.picklist(PLAIN), field: idSchema }),
  v.strictObject({ do: v.literal('set'), field: idSchema, value: answerSchema }),
  v.strictObject({
    do: v.literal('offer'),
    field: idSchema,
    options: v.pipe(v.array(v.union([idSchema, optionOfJira])), v.maxLength(200)),
  }),
  v.strictObject({ do: v.picklist(['relabel', 'help', 'refuse']), field: idSchema, text: textSchema(1_000) }),
  v.strictObject({ do: v.literal('block'), text: textSchema(1_000) }),
  v.strictObject({ do: v.literal('lead'), to: v.optional(destinationSchema), text: textSchema(3_000) }),
]);

export const formRuleSchema: v.GenericSchema<unknown, FormRule> = v.strictObject({
  id: idSchema,
  name: v.pipe(v.string(), v.maxLength(120)),
  when: v.optional(formConditionSchema),
  then: v.pipe(v.array(effectSchema), v.maxLength(30)),
  set: v.optional(idSchema),
});

/** What every form consists of. */
export const FORM_PARTS = {
  form: v.pipe(v.array(formFieldSchema), v.maxLength(100)),
  rules: v.optional(v.pipe(v.array(formRuleSchema), v.maxLength(60))),
};
