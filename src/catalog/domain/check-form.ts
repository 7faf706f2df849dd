import { leavesOf } from '../../kernel/condition';
import { fieldsOfCondition } from './conditions';
import { error, warning } from '../../kernel/finding';
import { isChoosy, isQuestion } from './field-types';
import type { ItemProblem, ItemProblemCode } from './item-problem';
import type { FormCondition, FormField } from './model';
import { patternFault, type PatternFault } from './texts/pattern';
import { visibilityCycle } from './visibility';

/** What an editor must mend in a form before it can be published. */
export function checkForm(form: readonly FormField[]): readonly ItemProblem[] {
  const byId = new Map(form.map((field) => [field.id, field]));
  const cycle = visibilityCycle(form);
  return [
    ...duplicates(form.map((field) => field.id)).map((id) =>
      error('duplicateField', `form.${id}`, { field: id }),
    ),
    ...(cycle ? [error('visibilityCycle', `form.${cycle[0]}`, { fields: cycle.join(' → ') })] : []),
    ...form.flatMap((field) => checkField(field, byId)),
  ];
}

/** Fields and options a condition names that the form does not have. */
export function checkCondition(
  condition: FormCondition | undefined,
  path: string,
  byId: ReadonlyMap<string, FormField>,
): readonly ItemProblem[] {
  const missing = fieldsOfCondition(condition).filter((id) => !byId.has(id));
  return [
    ...missing.map((id) => error('unknownField', path, { field: id })),
    ...leavesOf(condition).flatMap((leaf) => {
      if (leaf.op !== 'is' && leaf.op !== 'isNot') return [];
      const options = byId.get(leaf.field)?.options;
      if (!options || options.some((option) => option.id === leaf.value)) return [];
      return [error('unknownOption', path, { field: leaf.field, option: leaf.value })];
    }),
  ];
}

function checkField(field: FormField, byId: ReadonlyMap<string, FormField>): readonly ItemProblem[] {
  const path = `form.${field.id}`;
  const options = field.options ?? [];
  const fault = field.pattern ? patternFault(field.pattern.regex) : null;
  return [
    ...(isChoosy(field) && options.length === 0 ? [error('noOptions', path, { field: field.id })] : []),
    ...duplicates(options.map((option) => option.id)).map((id) =>
      error('duplicateOption', path, {
        field: field.id,
        option: id,
      }),
    ),
    ...(fault ? [error(PATTERN_CODES[fault], `${path}.pattern`, { field: field.id })] : []),
    ...(isAbove(field.min, field.max) ? [error('minAboveMax', path, { field: field.id })] : []),
    ...(isAbove(field.minLength, field.maxLength) ? [error('minAboveMax', path, { field: field.id })] : []),
    ...(field.label.en.trim() === '' && isQuestion(field)
      ? [error('noLabel', path, { field: field.id })]
      : []),
    ...(field.label.ru ? [] : [warning('missingTranslation', `${path}.label`, { field: field.id })]),
    ...checkCondition(field.visibleWhen, `${path}.visibleWhen`, byId),
    ...checkCondition(field.requiredWhen, `${path}.requiredWhen`, byId),
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
