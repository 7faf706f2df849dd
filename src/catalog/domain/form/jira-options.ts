import { idIn, namedOption } from '../field-types/named-option';
import type { Answer, Answers, ChoiceOption, FormField } from '../model';
import { plainTexts } from '../texts/plain-texts';

/** A field of the form in which Jira makes work items. */
export interface FieldOfJira {
  readonly fieldId: string;
  readonly allowedValues?:
    | readonly {
        readonly id?: string | undefined;
        readonly name?: string | undefined;
        readonly value?: string | undefined;
      }[]
    | undefined;
}

/** What Jira calls fields whose options are chosen one by one. */
export const OPTION_TYPES: readonly string[] = ['option', 'priority', 'component', 'version'];

/** More are not carried by an item's page. */
const MOST = 2_000;

/** Whether some choice takes its options from a field of Jira. */
export const takesOptions = (form: readonly FormField[]): boolean =>
  form.some(({ jiraField }) => jiraField !== undefined);

/** The form with the options that these fields of Jira have now; none where the field is not among them. */
export const withOptionsOf = (
  form: readonly FormField[],
  fields: readonly FieldOfJira[],
): readonly FormField[] =>
  form.map((field) =>
    field.jiraField === undefined ? field : { ...field, options: optionsOf(field.jiraField, fields) },
  );

const optionsOf = (jiraField: string, fields: readonly FieldOfJira[]): readonly ChoiceOption[] =>
  (fields.find(({ fieldId }) => fieldId === jiraField)?.allowedValues ?? [])
    .flatMap(({ id, value, name }) =>
      id === undefined
        ? []
        : [{ id: namedOption(id, value ?? name ?? id), label: { en: value ?? name ?? id } }],
    )
    .slice(0, MOST);

/** The answers with the words that options have now: those that a browser sends are nobody's word. */
export function inPresentWords(form: readonly FormField[], answers: Answers): Answers {
  const mended = form.flatMap(
    ({ id, jiraField, optionList, options = [] }): readonly (readonly [string, Answer])[] => {
      const answer = answers[id] ?? null;
      if ((jiraField ?? optionList) === undefined || answer === null) return [];
      const present = (plain: string): string => {
        const option = options.find((each) => idIn(each.id) === idIn(plain));
        if (option === undefined) return plain;
        return optionList ? namedOption(option.id, option.label) : option.id;
      };
      return [[id, Array.isArray(answer) ? plainTexts(answer).map(present) : present(String(answer))]];
    },
  );
  return { ...answers, ...Object.fromEntries(mended) };
}
