import type { FormField } from '../model';

/** Whether some options are for groups: Jira need not be asked for anybody's where none is. */
export const areForGroups = (form: readonly FormField[]): boolean =>
  form.some(({ options }) => options?.some(({ groups }) => groups !== undefined));

/** A form without what its options cost: so to whom the price of its item is not told. */
export const withoutPrices = (form: readonly FormField[]): readonly FormField[] =>
  form.map((field) =>
    field.options ? { ...field, options: field.options.map(({ price: _cost, ...option }) => option) } : field,
  );

/**
 * A form with the options that everybody named may choose, each by the names and ids of their groups; `null` for somebody whose groups
 * nobody tells: they are in none. For whom an option is, is told to nobody.
 */
export const offeredTo = (
  form: readonly FormField[],
  people: readonly (readonly string[] | null)[],
): readonly FormField[] =>
  form.map((field) => {
    if (field.options?.every(({ groups }) => groups === undefined) ?? true) return field;
    const offered = field.options?.filter(
      ({ groups }) =>
        groups === undefined || people.every((own) => groups.some((each) => own?.includes(each))),
    );
    return { ...field, options: (offered ?? []).map(({ groups: _for, ...option }) => option) };
  });
