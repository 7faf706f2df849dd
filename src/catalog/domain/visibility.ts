import { conditionHolds, fieldsOfCondition } from './conditions';
import { isQuestion } from './field-types';
import type { Answers, FormField } from './model';

export interface FieldState {
  readonly visible: boolean;
  readonly required: boolean;
}

/** The section that each field stands in: the last above it. */
function sectionsOf(form: readonly FormField[]): ReadonlyMap<string, FormField> {
  const sections = new Map<string, FormField>();
  let current: FormField | undefined;
  for (const field of form) {
    if (field.type === 'section') current = field;
    else if (current !== undefined) sections.set(field.id, current);
  }
  return sections;
}

/**
 * Which fields of a form are shown and which must be filled, for these answers. A hidden field counts as unanswered
 * for the conditions of others, so what it hid stays hidden with it. A field is never required while hidden. With a section all that stands
 * in it is hidden.
 */
export function formState(form: readonly FormField[], answers: Answers): ReadonlyMap<string, FieldState> {
  const fields = new Map(form.map((field) => [field.id, field]));
  const sections = sectionsOf(form);
  const visible = new Map<string, boolean>();

  const isVisible = (field: FormField): boolean => {
    const known = visible.get(field.id);
    if (known !== undefined) return known;
    visible.set(field.id, false); // what a cycle would meet; saving refuses cycles
    const section = sections.get(field.id);
    const shown =
      (section === undefined || isVisible(section)) &&
      (field.visibleWhen === undefined || conditionHolds(field.visibleWhen, seenBy(field)));
    visible.set(field.id, shown);
    return shown;
  };
  const seenBy = (field: FormField): Answers => {
    const ids = fieldsOfCondition(field.visibleWhen);
    return Object.fromEntries(ids.filter((id) => isShown(id)).map((id) => [id, answers[id] ?? null]));
  };
  const isShown = (id: string): boolean => {
    const field = fields.get(id);
    return field !== undefined && isVisible(field);
  };

  const shownAnswers = Object.fromEntries(
    form.filter(isVisible).map((field) => [field.id, answers[field.id] ?? null]),
  );
  return new Map(
    form.map((field) => {
      const shown = isVisible(field);
      const wanted =
        field.required ||
        (field.requiredWhen !== undefined && conditionHolds(field.requiredWhen, shownAnswers));
      return [field.id, { visible: shown, required: shown && wanted && isQuestion(field) }];
    }),
  );
}

/** Fields whose visibility depends on itself, as a path that ends where it began; `null` when there is no such cycle. */
export function visibilityCycle(form: readonly FormField[]): readonly string[] | null {
  const sections = sectionsOf(form);
  const depends = new Map(
    form.map(({ id, visibleWhen }) => [
      id,
      [...fieldsOfCondition(visibleWhen), ...(sections.get(id) ? [sections.get(id)!.id] : [])],
    ]),
  );
  const done = new Set<string>();

  const visit = (id: string, path: readonly string[]): readonly string[] | null => {
    const start = path.indexOf(id);
    if (start >= 0) return [...path.slice(start), id];
    if (done.has(id)) return null;
    for (const next of depends.get(id) ?? []) {
      const cycle = visit(next, [...path, id]);
      if (cycle) return cycle;
    }
    done.add(id);
    return null;
  };

  for (const field of form) {
    const cycle = visit(field.id, []);
    if (cycle) return cycle;
  }
  return null;
}
