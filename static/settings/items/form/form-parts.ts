import type { ItemContent } from '../../../../src/catalog/domain/model';

/** What the form builder edits, of an item or of a field set. */
export type FormParts = Pick<ItemContent, 'form' | 'rules'>;

/** The parts of whatever has a form, written back into it. */
export const formParts = <T extends FormParts>({ form, rules }: T): FormParts => ({
  form,
  ...(rules && { rules }),
});
export const withFormParts = <T extends FormParts>(parts: FormParts, { rules: _former, ...rest }: T): T =>
  ({ ...rest, ...parts }) as T;
