/** Whether Jira would take what a request brings: by the form in which Jira makes the work item. */
import { mappingAt } from './check-fulfilment';
import { isMeasure, isText, maxLengthOf, rulesOf } from '../field-types';
import { error, textParam, warning } from '../../../kernel/finding';
import type { ItemProblem } from './item-problem';
import { type FieldOfJira, OPTION_TYPES } from '../form/jira-options';
import { fixedOptions, questionsOf } from '../form/mapped-values';
import type { FieldMapping, FieldType, FormField, ItemContent } from '../model';

/** A field of that form, as Jira tells the app: one the app may not set is not among them. */
export interface ScreenField extends FieldOfJira {
  readonly name: string;
  readonly required: boolean;
  readonly hasDefaultValue: boolean;
  readonly schema: {
    readonly type: string;
    readonly items?: string | undefined;
    readonly custom?: string | undefined;
  };
}

/** `none` where the space or the type is gone, or nothing may be made there. */
export type Screen = readonly ScreenField[] | 'none';

/** The field that says which request type of Service Management a work item is. */
export const isRequestType = ({ schema }: Pick<ScreenField, 'schema'>): boolean =>
  schema.custom === 'com.atlassian.servicedesk:vp-origin';

/** Always set by the app, or by Jira itself. */
const FILLED: readonly string[] = ['project', 'issuetype', 'summary', 'reporter', 'description', 'priority'];

/** Longer texts Jira refuses in its fields of one line. */
const MAX_LINE = 255;
const LINES = /:(textfield|url)$/;

export function checkScreen({ fulfilment, form }: ItemContent, screen: Screen): readonly ItemProblem[] {
  if (screen === 'none') return [error('noProject', 'fulfilment.issueTypeId')];
  const { mappings, labels } = fulfilment;
  const byId = new Map(screen.map((field) => [field.fieldId, field]));
  const mapped = new Set([
    ...mappings.map(({ jiraField }) => jiraField),
    ...(labels.length > 0 ? ['labels'] : []),
  ]);
  const questions = new Map(form.map((question) => [question.id, question]));
  return [
    ...[...mapped]
      .filter((id) => !byId.has(id))
      .map((id) => error('fieldNotOnScreen', mappingAt(id), { field: id })),
    ...screen
      .filter((field) => isNeeded(field) && !mapped.has(field.fieldId))
      .map(({ name, fieldId }) =>
        error('requiredNotMapped', 'fulfilment.mappings', { field: name || fieldId }),
      ),
    // Customers don't find a request without one in their portal, and get no mail about it.
    ...screen
      .filter((field) => isRequestType(field) && !isNeeded(field) && !mapped.has(field.fieldId))
      .map(() => warning('noRequestType', 'fulfilment.mappings')),
    ...form
      .filter(({ jiraField }) => jiraField && !hasOptions(byId.get(jiraField)))
      .map(({ id, label }) =>
        error('optionsNotOnScreen', `form.${id}.jiraField`, { field: textParam(label) }),
      ),
    ...mappings.flatMap((mapping) => {
      const field = byId.get(mapping.jiraField);
      return field === undefined ? [] : checkMapping(mapping, field, questions);
    }),
  ];
}

const hasOptions = (field?: ScreenField): boolean =>
  field !== undefined &&
  OPTION_TYPES.includes(field.schema.items ?? field.schema.type) &&
  (field.allowedValues ?? []).length > 0;

const isNeeded = ({ required, hasDefaultValue, fieldId }: ScreenField): boolean =>
  required && !hasDefaultValue && !FILLED.includes(fieldId);

function checkMapping(
  mapping: FieldMapping,
  field: ScreenField,
  questions: ReadonlyMap<string, FormField>,
): readonly ItemProblem[] {
  const at = mappingAt(mapping.jiraField);
  const named = { field: field.name || field.fieldId };
  const about = (question: FormField) => ({ ...named, question: textParam(question.label) });
  const { source } = mapping;
  const asked = questionsOf(mapping).flatMap((id) => questions.get(id) ?? []);
  const whole = source.kind === 'answer' ? asked : [];
  return [
    ...(isNeeded(field) && source.kind === 'fact' && !source.otherwise
      ? [error('factMayBeMissed', at, named)]
      : []),
    ...(isNeeded(field) && source.kind !== 'template'
      ? asked.filter(mayBeMissed).map((question) => error('requiredMayBeMissed', at, about(question)))
      : []),
    ...asked
      .filter((question) => isLine(field) && isText(question) && maxLengthOf(question) > MAX_LINE)
      .map((question) => error('mayBeTooLong', at, { ...about(question), max: MAX_LINE })),
    ...whole
      .filter((question) => !fits(question, mapping, field))
      .map((question) => error('wrongKind', at, { ...about(question), takes: takenBy(field) ?? '' })),
    ...whole
      .filter((question) => question.type === 'multiChoice' && takesOne(field))
      .map((question) => error('severalIntoOne', at, about(question))),
    ...whole
      .filter(({ jiraField }) => jiraField !== undefined && takenBy(field) === 'value')
      .filter(({ jiraField }) => jiraField !== field.fieldId)
      .map((question) => error('optionsOfOther', at, about(question))),
    ...unofferedValues(mapping, field, whole).map(({ value, option }) =>
      option === undefined
        ? error('unknownValue', at, { ...named, value })
        : error('unmappedOption', at, { ...named, option: textParam(option) }),
    ),
  ];
}

const mayBeMissed = ({ required, visibleWhen }: FormField): boolean => !required || visibleWhen !== undefined;

const isLine = ({ schema }: ScreenField): boolean => LINES.test(schema.custom ?? '');

type Kind = 'text' | 'number' | 'day' | 'instant' | 'person' | 'value';

const TAKEN: Readonly<Record<string, Kind>> = {
  string: 'text',
  doc: 'text',
  number: 'number',
  date: 'day',
  datetime: 'instant',
  user: 'person',
  option: 'value',
  'option-with-child': 'value',
  priority: 'value',
  component: 'value',
  version: 'value',
  securitylevel: 'value',
};

/** What a field takes; nothing is known of other apps' fields. */
const takenBy = ({ schema }: ScreenField): Kind | undefined => TAKEN[schema.items ?? schema.type];

const GIVEN: { readonly [T in FieldType]?: Kind } = {
  yesNo: 'value',
  choice: 'value',
  multiChoice: 'value',
  date: 'day',
  dateTime: 'instant',
  time: 'text',
  rating: 'number',
  table: 'text',
  file: 'text',
};

function givenBy(question: FormField): Kind | undefined {
  if (isText(question)) return 'text';
  if (isMeasure(question.type)) return 'number';
  return rulesOf(question).people === undefined ? GIVEN[question.type] : 'person';
}

/** Whether a field takes what a question gives. Options can be given any value: then each must have one. */
function fits(question: FormField, { valueMap = {} }: FieldMapping, field: ScreenField): boolean {
  const taken = takenBy(field);
  const given = givenBy(question);
  if (taken === undefined || given === undefined || taken === 'text') return true;
  // Nobody says for each option of a long list what it is in Jira.
  if (question.optionList !== undefined) return false;
  if (taken === given) return true;
  if (question.jiraField !== undefined) return false;
  if (given === 'value') return fixedOptions(question).every(({ value }) => valueMap[value] !== undefined);
  return given === 'instant' && taken === 'day';
}

const takesOne = (field: ScreenField): boolean => field.schema.type !== 'array' && takenBy(field) !== 'text';

interface Unoffered {
  readonly value: string;
  /** The option for which no value of the field's was chosen. */
  readonly option?: FormField['label'];
}

/** Values the mapping can produce that the field does not offer (any more). */
function unofferedValues(
  { source, valueMap = {} }: FieldMapping,
  { allowedValues, schema }: ScreenField,
  asked: readonly FormField[],
): readonly Unoffered[] {
  // What a cascading field offers on its second level is not listed here.
  if (!allowedValues || schema.items === 'string' || schema.type === 'option-with-child') return [];
  const offered = new Set(allowedValues.flatMap((one) => [one.id, one.name, one.value]));
  const produced = (): readonly Unoffered[] => {
    if (source.kind === 'constant') return [{ value: source.value }];
    if (source.kind === 'matrix' || source.kind === 'fact') {
      const otherwise = source.kind === 'fact' ? source.otherwise : undefined;
      const values = [...Object.values(source.values), ...(otherwise ? [otherwise] : [])];
      return [...new Set(values)].map((value) => ({ value }));
    }
    return asked.flatMap(fixedOptions).map(({ value, label }) => {
      const mapped = valueMap[value];
      return mapped === undefined ? { value, option: label } : { value: mapped };
    });
  };
  return produced().filter(({ value }) => !offered.has(value));
}
