import type { Answer, FormField } from '../../../src/catalog/domain/model';
import type { RequestFormState } from './use-request-form';

export interface ShownSection {
  /** `null` of what stands before the first heading. */
  readonly head: FormField | null;
  readonly fields: readonly FormField[];
}

/** The fields that are shown, by the sections they stand in. */
export const shownSections = ({ fields }: Pick<RequestFormState, 'fields'>): readonly ShownSection[] =>
  [...fields.values()]
    .filter(({ visible }) => visible)
    .map(({ field }) => field)
    .reduce<readonly ShownSection[]>(
      (sections, field) => {
        const last = sections.at(-1);
        if (field.type === 'section' || last === undefined) return [...sections, { head: field, fields: [] }];
        return [...sections.slice(0, -1), { ...last, fields: [...last.fields, field] }];
      },
      [{ head: null, fields: [] }],
    );

/** What a rule set stands in place of what was typed; texts stay as they are typed. */
export const answerIn = (
  { fields, answers }: Pick<RequestFormState, 'fields' | 'answers'>,
  id: string,
): Answer => {
  const state = fields.get(id);
  return state?.readOnly ? state.answer : (answers[id] ?? null);
};
