import { joined } from '../../../kernel/text';
import type { Answer, ChoiceOption, FormField, Text } from '../model';
import { plainTexts } from '../texts/plain-texts';
import { idIn, wordsIn } from './named-option';
import { type FieldRules, TEXT_PARTS, unless } from './rules';

export const YES_NO: Readonly<Record<'true' | 'false', Text>> = {
  true: { en: 'Yes', ru: 'Да' },
  false: { en: 'No', ru: 'Нет' },
};

const yesNo: FieldRules = {
  settings: [],
  operators: ['is', 'isNot'],
  check: (field, answer) => unless(typeof answer === 'boolean', field, 'wrongType'),
  read: (answer) => YES_NO[answer === true ? 'true' : 'false'],
};

const MOST_STARS = 5;
export const mostOf = ({ max = MOST_STARS }: Pick<FormField, 'max'>): number => max;

/** One of a few steps, from 1 up to `max`. */
const rating: FieldRules = {
  settings: ['max'],
  operators: ['is', 'isNot', 'gt', 'lt', 'filled', 'empty'],
  check: (field, answer) =>
    unless(
      Number.isInteger(answer) && Number(answer) >= 1 && Number(answer) <= mostOf(field),
      field,
      'wrongType',
    ),
  read: (answer, field) => ({ en: `${String(answer)} / ${mostOf(field)}` }),
};

/** So many options of its own has a choice at most: they travel with the item and its page. */
export const MOST_OPTIONS = 200;

/** Whether a field offers what is answered; what has its options elsewhere offers anything until these are told. */
function isOption({ options, jiraField, optionList }: FormField, answer: Answer): boolean {
  if (typeof answer !== 'string') return false;
  if (options === undefined) return jiraField !== undefined || optionList !== undefined;
  return options.some(({ id }) => idIn(id) === idIn(answer));
}

const choice: FieldRules = {
  settings: ['placeholder', 'jiraField', 'optionList', 'options'],
  defaults: ['requester'],
  parts: TEXT_PARTS,
  operators: ['is', 'isNot', 'filled', 'empty'],
  check: (field, answer) => unless(isOption(field, answer), field, 'notAnOption'),
  fit: (answer, field) => (isOption(field, answer) ? answer : null),
  read: (answer, field) => labels(field, [String(answer)]),
};

/** The levels of an option's label: `Hardware > Laptop`. */
export const levelsOf = (label: string): readonly string[] => label.split('>').map((part) => part.trim());

/** An option that is found level by level. */
const cascade: FieldRules = { ...choice, settings: ['options'] };

const multiChoice: FieldRules = {
  settings: ['jiraField', 'optionList', 'options'],
  operators: ['contains', 'filled', 'empty'],
  check: (field, answer) => unless(areOptions(field, answer), field, 'notAnOption'),
  fit: (answer, field) => idsIn(answer).filter((id) => isOption(field, id)),
  read: (answer, field) => labels(field, idsIn(answer)),
};

const areOptions = (field: FormField, answer: Answer): boolean =>
  Array.isArray(answer) &&
  new Set(answer.map((id: string) => idIn(id))).size === answer.length &&
  answer.every((id: string) => isOption(field, id));

const idsIn = (answer: Answer): readonly string[] => (isList(answer) ? answer : [String(answer)]);

/** The options of a field that were chosen, in its order. */
export const chosenOptions = ({ options = [] }: FormField, answer: Answer): readonly ChoiceOption[] => {
  const ids = new Set(plainTexts(answer).map(idIn));
  return options.filter(({ id }) => ids.has(idIn(id)));
};

const isList = (answer: Answer): answer is readonly string[] => Array.isArray(answer);

/** The labels of options; one that the field does not offer any more is told by the words it was chosen by, or by its id. */
function labels({ options = [] }: FormField, ids: readonly string[]): Text {
  const labelOf = (id: string) => options.find((option) => idIn(option.id) === idIn(id))?.label;
  return joined(
    ids.map((id) => labelOf(id) ?? wordsIn(id)),
    ', ',
  );
}

export const CHOICES = { yesNo, choice, cascade, multiChoice, rating };
