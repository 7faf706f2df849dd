import type { FormField } from '../model';

/** The section that each field stands in: the last above it. */
export function sectionsOf(form: readonly FormField[]): ReadonlyMap<string, FormField> {
  const sections = new Map<string, FormField>();
  let current: FormField | undefined;
  for (const field of form) {
    if (field.type === 'section') current = field;
    else if (current !== undefined) sections.set(field.id, current);
  }
  return sections;
}
