import type { FormField } from '../../../../src/catalog/domain/model';
import { localized, t } from '../../../shared/i18n';
import { copiedName } from '../../model/copied-name';
import { newId } from '../../model/new-id';

/** A field's label; what stands for one that has none yet. */
export const labelOfField = ({ label }: FormField): string => localized(label) || t('settings.form.untitled');

/** How buttons and announcements call a field: its place and its label. */
export const nameOfField = (field: FormField, n: number): string =>
  t('settings.form.nth', { n, label: labelOfField(field) });

/** The same field once more: its answers and options are its own, so that its ids are new. */
export function copyOfField({ options, ...field }: FormField): FormField {
  const ids = new Map((options ?? []).map(({ id }) => [id, newId('option')]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  const copy: FormField = {
    ...field,
    id: newId('field'),
    label: copiedName(field.label),
    ...(options && { options: options.map((option) => ({ ...option, id: idOf(option.id) })) }),
  };
  if (copy.default?.kind !== 'static') return copy;
  const { value } = copy.default;
  const moved = typeof value === 'string' ? idOf(value) : isList(value) ? value.map(idOf) : value;
  return { ...copy, default: { kind: 'static', value: moved } };
}

const isList = (value: unknown): value is readonly string[] => Array.isArray(value);
