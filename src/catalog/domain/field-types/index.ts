/** The types of field a form can have, each said in one place: `docs/contributor-guide.md` has the recipe for another. */
import type { Finding } from '../../../kernel/finding';
import type {
  Answer,
  FieldSetting,
  FieldSettings,
  FieldType,
  FormField,
  MeasureType,
  RequesterPart,
} from '../model';
import { CHOICES } from './choices';
import { UPLOADS } from './files';
import { LAYOUT } from './layout';
import { LOOKUPS } from './lookups';
import { MEASURES } from './measures';
import { MOMENTS } from './moments';
import { type AnswerRules, ANY_DATE, type FieldRules } from './rules';
import { PEOPLE } from './people';
import { TABLES } from './tables';
import { TEXTS } from './texts';

export { chosenOptions, levelsOf, MOST_OPTIONS, mostOf, YES_NO } from './choices';
export { DEFAULT_CURRENCY, MEASURES } from './measures';
export { fileProblem, mostBytesOf, MOST_FILES, mostFilesOf, MOST_MB } from './files';
export { FormulaFault, readFormula } from './formula';
export { isKey } from './lookups';
export { idIn, namedOption, wordsIn } from './named-option';
export { earliestFor, millisecondsOf, plusDays } from './moments';
export { REQUESTER_PARTS } from './rules';
export { type AnswerRules, ANY_DATE } from './rules';
export { cellsOf, MOST_COLUMNS, mostRowsOf, rowOf } from './tables';
export { DOTS } from './texts';

export const FIELD_TYPES = {
  ...TEXTS,
  ...MEASURES,
  ...CHOICES,
  ...TABLES,
  ...MOMENTS,
  ...PEOPLE,
  ...LOOKUPS,
  ...UPLOADS,
  ...LAYOUT,
};

/** The same by family. */
export const FAMILIES = {
  texts: TEXTS,
  measures: MEASURES,
  choices: CHOICES,
  tables: TABLES,
  moments: MOMENTS,
  people: PEOPLE,
  lookups: LOOKUPS,
  uploads: UPLOADS,
  layout: LAYOUT,
};

/** Types of which each reader's screen writes the plain value in its own language, number format and zone. */
const { currency: _withItsCode, ...PLAIN_MEASURES } = MEASURES;
export const KINDS = { ...PLAIN_MEASURES, ...MOMENTS };

/** What the type of a field means. */
export const rulesOf = ({ type }: Pick<FormField, 'type'>): FieldRules => FIELD_TYPES[type];

/** What is wrong with a given (non-empty) answer to a field, or `null`. */
export const problemOfAnswer = (field: FormField, answer: Answer, rules: AnswerRules): Finding | null =>
  rulesOf(field).check(field, answer, rules);

/** Whether a field asks for an answer; what explains asks none. */
export const isQuestion = ({ type }: Pick<FormField, 'type'>): boolean => !(type in LAYOUT);

/** Whether somebody, or a rule, may give its answer openly. */
export const isAnswerable = (field: Pick<FormField, 'type'>): boolean =>
  isQuestion(field) && !rulesOf(field).isSecret && !rulesOf(field).isUploaded && !rulesOf(field).compute;

/** One answer as plain English text, for fields that machines read; empty when there is none. Days and instants stay ISO text. */
export const readableAnswer = (
  field: FormField,
  answer: Answer | undefined,
  names: ReadonlyMap<string, string>,
): string =>
  answer === undefined || answer === null
    ? ''
    : (rulesOf(field).read?.(answer, field, names).en ?? String(answer));

/** One answer as English text for whoever reads the issue; empty when there is none. */
export function writtenAnswer(
  field: FormField,
  answer: Answer | undefined,
  names: ReadonlyMap<string, string>,
): string {
  const value = readableAnswer(field, answer, names);
  return value === '' ? value : (rulesOf(field).write?.(value) ?? value);
}

export const isText = (field: FormField): boolean => rulesOf(field).maxLength !== undefined;

export const isPerson = (field: FormField): boolean => rulesOf(field).people === 'one';

/** Whether a field takes its answer from options of its own. */
export const isChoosy = (field: Pick<FormField, 'type'>): boolean =>
  rulesOf(field).settings.includes('options');

/** The most characters a field takes; of no meaning for fields that hold no text. */
export const maxLengthOf = (field: FormField): number => field.maxLength ?? rulesOf(field).maxLength ?? 255;

/** Whether its answers are numbers, which every screen takes and shows in words of its own. */
export const isMeasure = (type: FieldType): type is MeasureType => type in MEASURES;

/** Whether of two answers to it one may be more, or later, than the other. */
export const isOrdered = ({ type }: Pick<FormField, 'type'>): boolean =>
  type in MEASURES || type in MOMENTS || type === 'rating';

/** Whether the answers to two questions can be compared: they are of one type, or amounts. */
export const areComparable = (a: Pick<FormField, 'type'>, b: Pick<FormField, 'type'>): boolean =>
  isQuestion(a) && (a.type === b.type || (isAmount(a) && isAmount(b)));

const isAmount = ({ type }: Pick<FormField, 'type'>): boolean => isMeasure(type) && type !== 'duration';

/** The settings of a field that its type does not have: they would be of no effect. */
export const strangeSettings = (
  field: Partial<FieldSettings> & Pick<FormField, 'type'>,
): readonly FieldSetting[] =>
  SETTINGS.filter((name) => field[name] !== undefined && !rulesOf(field).settings.includes(name));

const SETTINGS: readonly FieldSetting[] = [
  ...new Set(Object.values<FieldRules>(FIELD_TYPES).flatMap(({ settings }) => settings)),
];

/** What of a requester a field may start with: people, the account itself first. */
export const partsOf = (
  field: Pick<FormField, 'type' | 'optionList'>,
): readonly (RequesterPart | 'account')[] => {
  // A text is found among options only where these are at hand.
  const { parts = [], people } = field.optionList ? {} : rulesOf(field);
  return people === 'one' ? ['account', ...parts] : parts;
};

/** Whether a field may start with what it starts with. */
export function isDefaultFit(field: FormField): boolean {
  if (field.default === undefined) return true;
  if (!isAnswerable(field)) return false;
  const { default: start } = field;
  if (start.kind === 'previous') return true;
  if (start.kind === 'requester') return partsOf(field).includes(start.what ?? 'account');
  if (start.kind === 'found')
    return start.jql.trim() !== '' && (rulesOf(field).defaults?.includes('found') ?? false);
  if (start.kind === 'today') return rulesOf(field).defaults?.includes('today') ?? false;
  return problemOfAnswer(field, start.value, ANY_DATE) === null;
}

/**
 * The same question as one of another type: it keeps the settings that this type has too, and what it starts with where that fits. What
 * takes its options from elsewhere has none of its own.
 */
export function withType(field: FormField, type: FieldType): FormField {
  const strange: readonly string[] = strangeSettings({ ...field, type });
  const kept = Object.fromEntries(
    Object.entries(field).filter(([name]) => !strange.includes(name)),
  ) as unknown as FormField;
  const { options = [], ...others } = kept;
  const hasOwn = isChoosy({ type }) && kept.jiraField === undefined && !kept.optionList;
  const next: FormField = { ...others, type, ...(hasOwn && { options }) };
  if (isDefaultFit(next)) return next;
  const { default: _unfit, ...rest } = next;
  return rest;
}
