import { leavesOf } from '../../../kernel/condition';
import { fieldsOfCondition } from './conditions';
import { isFact } from './facts';
import { error, type Param, textParam } from '../../../kernel/finding';
import { joined } from '../../../kernel/text';
import { sourceIds, sourcesOf } from './computed';
import {
  areComparable,
  idIn,
  isChoosy,
  isDefaultFit,
  isMeasure,
  isQuestion,
  rulesOf,
  wordsIn,
} from '../field-types';
import type { ItemProblem, ItemProblemCode } from '../item/item-problem';
import { PRICE } from './price';
import type { FormCondition, FormField, FormRule, OnBehalf } from '../model';
import { patternFault, type PatternFault } from '../texts/pattern';
import { formCycle, rulesInCycle } from './form-cycle';

/** What an editor must mend in a form before it can be published. */
export function checkForm(
  form: readonly FormField[],
  rules: readonly FormRule[] = [],
  onBehalf?: OnBehalf,
): readonly ItemProblem[] {
  const byId = new Map(form.map((field) => [field.id, field]));
  const cycle = formCycle(form, rules, onBehalf);
  return [
    ...duplicates(form.map((field) => field.id)).map((id) =>
      error('duplicateField', `form.${id}`, { field: id }),
    ),
    ...(cycle ? [cycleProblem(cycle, byId, rules)] : []),
    ...form.flatMap((field, index) => checkField(field, index + 1, byId)),
  ];
}

/** Fields and options a condition names that the form does not have. */
export function checkCondition(
  condition: FormCondition | undefined,
  path: string,
  byId: ReadonlyMap<string, FormField>,
  ofApproval = false,
): readonly ItemProblem[] {
  const missing = fieldsOfCondition(condition).filter(
    (id) => !byId.has(id) && (!isFact(id) || (id === PRICE && !ofApproval)),
  );
  return [
    ...missing.map((id) => error('unknownField', path, { field: id })),
    ...leavesOf(condition).flatMap((leaf): readonly ItemProblem[] => {
      if ('other' in leaf) return checkComparison(byId.get(leaf.field), byId.get(leaf.other), path);
      if (!('value' in leaf) || typeof leaf.value !== 'string') return [];
      const asked = byId.get(leaf.field);
      if (isFact(leaf.field) && leaf.value.trim() === '') return [error('factComparedWithNothing', path)];
      if (!asked) return [];
      const field = nameOf(asked);
      if (leaf.value.trim() === '') return [error('comparedWithNothing', path, { field })];
      const value: string = leaf.value;
      if (!asked.options || asked.options.some(({ id }) => idIn(id) === idIn(value))) return [];
      return [error('unknownOption', path, { field, option: wordsIn(value).en })];
    }),
  ];
}

const checkComparison = (
  field: FormField | undefined,
  other: FormField | undefined,
  path: string,
): readonly ItemProblem[] =>
  !field || !other || areComparable(field, other)
    ? []
    : [error('comparedWithUnlike', path, { field: nameOf(field), other: nameOf(other) })];

/** What its editor calls a field: by its label, or by its place while it has none. */
const nameOf = ({ id, label }: FormField, n?: number) =>
  label.en.trim() === '' ? (n ?? id) : textParam(label);

function cycleProblem(
  cycle: readonly string[],
  byId: ReadonlyMap<string, FormField>,
  rules: readonly FormRule[],
): ItemProblem {
  const nameOfField = (id: string) => {
    const label = byId.get(id)?.label;
    return label?.en ? label : { ...label, en: id };
  };
  const fields = textParam(joined(cycle.filter((id) => !isFact(id)).map(nameOfField), ' → '));
  const named = rulesInCycle(cycle, byId, rules).map(({ name }) => `“${name}”`);
  return named.length === 0
    ? error('visibilityCycle', `form.${cycle[0]}`, { fields })
    : error('ruleCycle', `form.${cycle[0]}`, { fields, rules: named.join(', ') });
}

function checkField(
  field: FormField,
  n: number,
  byId: ReadonlyMap<string, FormField>,
): readonly ItemProblem[] {
  const path = `form.${field.id}`;
  const name = nameOf(field, n);
  const fault = field.pattern ? patternFault(field.pattern.regex) : null;
  return [
    ...(isChoosy(field) ? checkOptions(field, name, path) : []),
    ...(field.type === 'table' && (field.cells ?? []).length === 0
      ? [error('noColumns', path, { field: name })]
      : []),
    ...(field.cells?.some(({ label }) => label.en.trim() === '')
      ? [error('columnWithoutLabel', `${path}.cells`, { field: name })]
      : []),
    ...(isOrdered(field.jql) ? [error('orderedQuery', `${path}.jql`, { field: name })] : []),
    ...(fault ? [error(PATTERN_CODES[fault], `${path}.pattern`, { field: name })] : []),
    ...(isAbove(field.min, field.max) ? [error('minAboveMax', path, { field: name })] : []),
    ...(isAbove(field.minLength, field.maxLength) ? [error('minAboveMax', path, { field: name })] : []),
    ...(field.label.en.trim() === '' && field.type !== 'separator'
      ? [error('noLabel', path, { field: n })]
      : []),
    ...checkFormula(field, name, path, byId),
    ...(isDefaultFit(field) ? [] : [error('unfitDefault', `${path}.default`, { field: name })]),
    ...checkCondition(field.visibleWhen, `${path}.visibleWhen`, byId),
    ...checkCondition(field.requiredWhen, `${path}.requiredWhen`, byId),
  ];
}

/** What is calculated needs a formula that can be read, of questions that have what it takes of them. */
function checkFormula(
  field: FormField,
  name: Param,
  path: string,
  byId: ReadonlyMap<string, FormField>,
): readonly ItemProblem[] {
  if (!rulesOf(field).compute) return [];
  const at = `${path}.formula`;
  const sources = sourcesOf(field);
  if (sources === null || (field.formula ?? '').trim() === '')
    return [error('badFormula', at, { field: name })];
  const missing = sourceIds(field).filter((id) => !byId.has(id));
  const unfit = (ids: readonly string[], takes: (asked: FormField) => boolean) =>
    ids.flatMap((id) => byId.get(id) ?? []).filter((asked) => !takes(asked));
  return [
    ...missing.map((id) => error('unknownField', at, { field: id })),
    ...[
      ...unfit(sources.numbers, isNumber),
      ...unfit(sources.dates, isDay),
      ...unfit(sources.any, isPlain),
    ].map((asked) => error('unfitInFormula', at, { field: name, other: nameOf(asked) })),
  ];
}

const isNumber = ({ type }: FormField): boolean => isMeasure(type) || type === 'rating';
const isDay = ({ type }: FormField): boolean => type === 'date' || type === 'dateTime';
const isPlain = (asked: FormField): boolean => isQuestion(asked) && rulesOf(asked).people === undefined;

/** Whether what is calculated, as a number or as a text, can be of another question. */
export const mayBeIn = (type: FormField['type'], asked: FormField): boolean =>
  type === 'composed' ? isPlain(asked) : isNumber(asked) || isDay(asked);

/** The query is joined with what is typed, and what is found is in the order of its own. */
const isOrdered = (jql = ''): boolean => /\border\s+by\b/i.test(jql);

/** People can tell options apart only by what they read. */
function checkOptions(field: FormField, name: Param, path: string): readonly ItemProblem[] {
  if (field.jiraField !== undefined)
    return field.jiraField === '' ? [error('noOptionsField', `${path}.jiraField`, { field: name })] : [];
  // What is in a long list was not looked up here.
  if (field.optionList && field.optionList.count > 0 && field.options === undefined) return [];
  const options = field.options ?? [];
  const params = { field: name };
  if (field.optionList && field.optionList.count > 0 && options.length === 0)
    return [error('listGone', `${path}.optionList`, params)];
  const labels = options.map(({ label }) => label.en.trim());
  return [
    ...(options.length === 0 ? [error('noOptions', path, params)] : []),
    ...duplicates(options.map(({ id }) => id)).map((id) =>
      error('duplicateOption', path, { ...params, option: id }),
    ),
    ...(labels.includes('') ? [error('optionWithoutLabel', `${path}.options`, params)] : []),
    ...duplicates(labels.filter((label) => label !== '')).map((option) =>
      error('sameOptionLabel', `${path}.options`, { ...params, option }),
    ),
  ];
}

const PATTERN_CODES: Readonly<Record<PatternFault, ItemProblemCode>> = {
  invalid: 'badPattern',
  tooLong: 'patternTooLong',
  unsafe: 'unsafePattern',
};

const isAbove = (low: number | undefined, high: number | undefined): boolean =>
  low !== undefined && high !== undefined && low > high;

export const duplicates = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
];
