/**
 * Questions and rules that many items share. An item's form holds them as the set has them, each with the set it is of, so that all
 * that reads forms sees plain questions; what the item says itself of a question stays when the set is changed.
 */
import type { FieldSet, FormField, FormRule, ItemContent } from '../model';

/** What an item may say itself of a question of a set. */
export const OWN = ['label', 'required', 'default'] as const;

type Form = Pick<ItemContent, 'form' | 'rules'>;

/** The sets that a form has questions or rules of. */
export const setsIn = ({ form, rules = [] }: Form): readonly string[] => [
  ...new Set([...form, ...rules].flatMap(({ set }) => set ?? [])),
];

/**
 * A form with the questions and rules of a set as the set has them now. Those that are there keep their place, new ones come after the one
 * that they follow in the set, and what the set does not have any more goes. The form's own rules come first: they beat the set's.
 */
export function withSet<T extends Form>(content: T, set: FieldSet): T {
  const { id } = set;
  const wanted = new Map(set.form.map((field) => [field.id, field]));
  const isOther = ({ set: of }: FormField | FormRule): boolean => of !== id;
  const kept = content.form
    .filter((field) => isOther(field) || wanted.has(field.id))
    .map((field) => (isOther(field) ? field : inItem(wanted.get(field.id) ?? field, id, field)));
  const form = set.form.reduce((fields, field, at) => {
    if (fields.some((each) => each.set === id && each.id === field.id)) return fields;
    const before = fields.findIndex((each) => each.set === id && each.id === set.form[at - 1]?.id);
    const first = fields.findIndex((each) => !isOther(each));
    const place = before >= 0 ? before + 1 : at === 0 && first >= 0 ? first : fields.length;
    return fields.toSpliced(place, 0, inItem(field, id));
  }, kept);
  const rules = [
    ...(content.rules ?? []).filter(isOther),
    ...(set.rules ?? []).map((rule) => ({ ...rule, set: id })),
  ].toSorted((a, b) => Number(a.set !== undefined) - Number(b.set !== undefined));
  const { rules: _former, ...rest } = content;
  return { ...rest, form, ...(rules.length > 0 && { rules }) } as unknown as T;
}

/** A question of a set as an item has it, with what the item says of it itself. */
function inItem(field: FormField, set: string, former?: FormField): FormField {
  const own = former?.own ?? [];
  const { default: start, ...plain } = field;
  const said = Object.fromEntries(
    own.flatMap((key) => (former?.[key] === undefined ? [] : [[key, former[key]]])),
  );
  return {
    ...plain,
    ...(start && !own.includes('default') && { default: start }),
    ...said,
    set,
    ...(own.length > 0 && { own }),
  };
}

/** A form without what is of a set. */
export const withoutSet = <T extends Form>(content: T, id: string): T =>
  withSet(content, { id, name: { en: '' }, form: [] });
