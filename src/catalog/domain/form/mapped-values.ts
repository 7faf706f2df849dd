/** What a mapping gives its Jira field: the same for the work item, for the promise before it, and for checks. */
import { idIn, isChoosy, YES_NO } from '../field-types';
import type { Answers, FieldMapping, FormField, Text } from '../model';
import { plainTexts } from '../texts/plain-texts';
import { questionsIn } from '../texts/template';

/** Under which key a matrix has the value for two answers. */
export const cellOf = (row: string, column: string): string => `${row}:${column}`;

/** The answers a question can have at all, as plain texts with what people read; none where it can have any. */
export function fixedOptions(
  question: FormField,
): readonly { readonly value: string; readonly label: Text }[] {
  if (question.type === 'yesNo')
    return (['true', 'false'] as const).map((value) => ({ value, label: YES_NO[value] }));
  if (!isChoosy(question)) return [];
  return (question.options ?? []).map(({ id, label }) => ({ value: id, label }));
}

/** The questions whose answers a mapping uses. */
export function questionsOf({ source }: FieldMapping): readonly string[] {
  switch (source.kind) {
    case 'constant':
    case 'fact':
      return [];
    case 'template':
      return questionsIn(source.template);
    case 'answer':
      return [source.field];
    case 'matrix':
      return [source.rows, source.columns];
  }
}

interface Written {
  /** A template filled; none where it can't be. */
  readonly template: (template: string) => readonly string[];
  /** A plain answer to a question in other words; itself when left out. */
  readonly answer?: (questionId: string, plain: string) => string;
}

/** The values for these answers, in the field's own terms; none where what it comes from was not answered. */
export function mappedValues(
  { source, valueMap }: FieldMapping,
  answers: Answers,
  written: Written,
): readonly string[] {
  switch (source.kind) {
    case 'constant':
      return [source.value];
    case 'template':
      return written.template(source.template);
    case 'answer':
      return plainTexts(answers[source.field]).map(
        (plain) => ownValue(valueMap, plain) ?? idIn(written.answer?.(source.field, plain) ?? plain),
      );
    case 'matrix': {
      const [row = ''] = plainTexts(answers[source.rows]);
      const [column = ''] = plainTexts(answers[source.columns]);
      const value = source.values[cellOf(row, column)];
      return value === undefined ? [] : [value];
    }
    case 'fact': {
      const [word = ''] = plainTexts(answers[source.fact]);
      const known = word === '' ? undefined : ownValue(source.values, word);
      return [known || (source.otherwise ?? '')].filter((value) => value !== '');
    }
  }
}

/** An answer may be called like something that every object has. */
const ownValue = (values: FieldMapping['valueMap'], key: string): string | undefined =>
  values && Object.hasOwn(values, key) ? values[key] : undefined;
