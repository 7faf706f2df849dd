import { maxLengthOf } from '../../../src/catalog/domain/field-types';
import type { Answers, FormField, Text } from '../../../src/catalog/domain/model';
import { answered } from '../../../src/catalog/domain/answers/other-answers';
import { lengthOf } from '../../../src/catalog/domain/texts/text-length';
import { localized } from '../../shared/i18n';
import { wordsOf } from './answer-words';
import { asked } from './asked';

interface Begun {
  readonly form: readonly FormField[];
  readonly answers: Answers;
  /** The item that was begun. */
  readonly from: Text;
}

interface Told {
  readonly answers: Answers;
  /** The questions whose answers are in them. */
  readonly of: ReadonlySet<string>;
}

/**
 * Answers as sentences for a form that asks what people need (`question`): there the name of the item, and a line for each answer in
 * its first question for paragraphs that holds them, which may be the same. `null` where none does. People's names are
 * looked up, and secrets go nowhere: neither is in them.
 */
export function inSentences(begun: Begun, form: readonly FormField[], question: string): Told | null {
  const spoken = answered(begun.form, begun.answers).filter((other) => wordsOf(other) !== null);
  const name = localized(begun.from);
  const lines = spoken.map((other) => `${asked(other.field)} ${wordsOf(other) ?? ''}`);
  const text = [name, ...lines].join('\n');
  const holds = (field: FormField): boolean =>
    field.type === 'multiline' && lengthOf(text) <= maxLengthOf(field);
  const long = form.find((field) => field.id === question && holds(field)) ?? form.find(holds);
  if (long === undefined) return null;
  return {
    answers: { ...(long.id !== question && { [question]: name }), [long.id]: text },
    of: new Set(spoken.map(({ field }) => field.id)),
  };
}
