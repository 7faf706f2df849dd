/** Long lists of options: cut into parts, each small enough for one value of the storage and for one call. */
import * as v from 'valibot';
import { idIn } from '../field-types/named-option';
import type { Answers, ChoiceOption, FormField, OptionList } from '../model';
import { isEmptyAnswer } from './conditions';
import { idSchema, textSchema } from '../texts/text-schema';
import { folded } from '../texts/folded';
import { plainTexts } from '../texts/plain-texts';

/** So many options has a long list at most. */
export const MOST_LISTED = 5_000;
const MOST_IN_PART = 250;
/** Characters of a part as JSON. */
const MOST_PART_LENGTH = 150_000;
const MOST_PARTS = 60;

/** An option of a long list has a name and nothing else. */
export type ListedOption = Pick<ChoiceOption, 'id' | 'label'>;

export const optionPartSchema: v.GenericSchema<unknown, readonly ListedOption[]> = v.pipe(
  v.array(v.strictObject({ id: idSchema, label: textSchema(200) })),
  v.minLength(1),
  v.maxLength(MOST_IN_PART),
  v.check((options) => lengthOf(options) <= MOST_PART_LENGTH),
);

export const partLabelSchema = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));
export const partLabelsSchema = v.pipe(v.array(partLabelSchema), v.maxLength(MOST_PARTS));

export const optionListSchema: v.GenericSchema<unknown, OptionList> = v.strictObject({
  parts: partLabelsSchema,
  count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_LISTED)),
});

const lengthOf = (value: unknown): number => JSON.stringify(value).length;

/** The options cut into parts that can be stored. */
export function partsOfList(options: readonly ListedOption[]): readonly (readonly ListedOption[])[] {
  const parts: ListedOption[][] = [];
  let length = MOST_PART_LENGTH;
  for (const option of options) {
    const own = lengthOf(option) + 1;
    const last = parts.at(-1);
    if (last === undefined || last.length === MOST_IN_PART || length + own > MOST_PART_LENGTH) {
      parts.push([option]);
      length = own + 2;
    } else {
      last.push(option);
      length += own;
    }
  }
  return parts;
}

/** Whether a list is cut into more parts than one may have: its names are too long, or too many languages. */
export const isTooLong = (options: readonly ListedOption[]): boolean =>
  partsOfList(options).length > MOST_PARTS;

/** The options in whose name, in any language, something stands that was typed: those that begin with it come first. */
export function matching(options: readonly ListedOption[], typed: string): readonly ListedOption[] {
  const words = folded(typed);
  if (words === '') return options;
  const names = (label: ListedOption['label']) => Object.values(label).map((said = '') => folded(said));
  const found = options.filter(({ label }) => names(label).some((name) => name.includes(words)));
  return found.toSorted((a, b) => Number(begins(b, words)) - Number(begins(a, words)));
}

const begins = ({ label }: ListedOption, words: string): boolean =>
  Object.values(label).some((said = '') => folded(said).startsWith(words));

/** The options that stand in lists, by the id of their question; `null` where a list is not there whole. */
export type Listed = ReadonlyMap<string, readonly ListedOption[] | null>;

/** A form whose questions have the options of their lists at hand, as far as these are known. */
export const withListed = (form: readonly FormField[], listed: Listed): readonly FormField[] =>
  form.map((field) => {
    const options = listed.get(field.id);
    return options === undefined ? field : { ...field, options: options ?? [] };
  });

/** The same with those alone that were chosen: what checks and tells answers needs no others. */
export const withChosen = (
  form: readonly FormField[],
  answers: Answers,
  listed: Listed,
): readonly FormField[] =>
  withListed(
    form,
    new Map(
      [...listed].map(([id, options]) => {
        const chosen = new Set(plainTexts(answers[id]).map(idIn));
        return [id, (options ?? []).filter((option) => chosen.has(option.id))];
      }),
    ),
  );

/** The questions that have a long list. */
export const withLists = (form: readonly FormField[]): readonly (FormField & WithList)[] =>
  form.filter((field): field is FormField & WithList => field.optionList !== undefined);
interface WithList {
  readonly optionList: OptionList;
}

/** Those of them that were answered. */
export const answeredLists = (form: readonly FormField[], answers: Answers) =>
  withLists(form).filter(({ id }) => !isEmptyAnswer(answers[id]));
