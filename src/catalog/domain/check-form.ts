import { leavesOf } from '../../kernel/condition';
import { fieldsOfCondition } from './conditions';
import { error, type ItemProblem, type ItemProblemCode, warning } from './item-problem';
import type { FormCondition, FormField } from './model';
import { patternFault, type PatternFault } from './pattern';
import { visibilityCycle } from './visibility';

/** What an editor must mend in a form before it can be published. */
export function checkForm(form: readonly FormField[]): readonly ItemProblem[] {
  const byId = new Map(form.map((field) => [field.id, field]));
  const cycle = visibilityCycle(form);
  return [
    ...duplicates(form.map((field) => field.id)).map((id) =>
      error('duplicateField', `form.${id}`, `Two fields are called ${id}. Answers could not be told apart.`, {
        field: id,
      }),
    ),
    ...(cycle
      ? [
          error(
            'visibilityCycle',
            `form.${cycle[0]}`,
            `These fields show each other in a circle: ${cycle.join(' → ')}.`,
            { fields: cycle.join(' → ') },
          ),
        ]
      : []),
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
    ...missing.map((id) =>
      error('unknownField', path, `The condition looks at ${id}, which this form does not have.`, {
        field: id,
      }),
    ),
    ...leavesOf(condition).flatMap((leaf) => {
      if (leaf.op !== 'is' && leaf.op !== 'isNot') return [];
      const options = byId.get(leaf.field)?.options;
      if (!options || options.some((option) => option.id === leaf.value)) return [];
      return [
        error(
          'unknownOption',
          path,
          `The condition compares ${leaf.field} with ${leaf.value}, which is not one of its options.`,
          { field: leaf.field, option: leaf.value },
        ),
      ];
    }),
  ];
}

function checkField(field: FormField, byId: ReadonlyMap<string, FormField>): readonly ItemProblem[] {
  const path = `form.${field.id}`;
  const options = field.options ?? [];
  const choosy = field.type === 'choice' || field.type === 'multiChoice';
  const fault = field.pattern ? patternFault(field.pattern.regex) : null;
  return [
    ...(choosy && options.length === 0
      ? [error('noOptions', path, `${field.id} offers nothing to choose from.`, { field: field.id })]
      : []),
    ...duplicates(options.map((option) => option.id)).map((id) =>
      error('duplicateOption', path, `Two options of ${field.id} are called ${id}.`, {
        field: field.id,
        option: id,
      }),
    ),
    ...(fault
      ? [error(PATTERN_CODES[fault], `${path}.pattern`, PATTERN_MESSAGES[fault], { field: field.id })]
      : []),
    ...(isAbove(field.min, field.max)
      ? [
          error('minAboveMax', path, `The least value of ${field.id} is above its greatest.`, {
            field: field.id,
          }),
        ]
      : []),
    ...(isAbove(field.minLength, field.maxLength)
      ? [
          error('minAboveMax', path, `The least length of ${field.id} is above its greatest.`, {
            field: field.id,
          }),
        ]
      : []),
    ...(field.label.en.trim() === '' && field.type !== 'info'
      ? [error('noLabel', path, `${field.id} has no label.`, { field: field.id })]
      : []),
    ...(field.label.ru
      ? []
      : [
          warning('missingTranslation', `${path}.label`, `The label of ${field.id} has no Russian text.`, {
            field: field.id,
          }),
        ]),
    ...checkCondition(field.visibleWhen, `${path}.visibleWhen`, byId),
    ...checkCondition(field.requiredWhen, `${path}.requiredWhen`, byId),
  ];
}

const PATTERN_CODES: Readonly<Record<PatternFault, ItemProblemCode>> = {
  invalid: 'badPattern',
  tooLong: 'patternTooLong',
  unsafe: 'unsafePattern',
};
const PATTERN_MESSAGES: Readonly<Record<PatternFault, string>> = {
  invalid: 'The pattern is not a regular expression.',
  tooLong: 'The pattern is longer than 200 characters.',
  unsafe:
    'The pattern refers back to a group, looks behind, or repeats too much. Say the same with fewer repetitions.',
};

const isAbove = (low: number | undefined, high: number | undefined): boolean =>
  low !== undefined && high !== undefined && low > high;

export const duplicates = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
];
