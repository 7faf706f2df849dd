import type { FieldMapping } from '../../../../src/catalog/domain/model';
import { t } from '../../../shared/i18n';
import type { CreateField } from '../../directory/use-create-screen';
import type { FieldCatalog, FieldOption } from '../../model/field-catalog';

/** A Jira field that a mapping fills. */
export type Target = Pick<CreateField, 'id' | 'type' | 'values'>;

/** The fields of Jira's form, those it requires told apart; while Jira tells none, those that the site has. */
export const targetOptions = (
  screen: readonly CreateField[],
  catalog: FieldCatalog,
): readonly FieldOption[] =>
  screen.length === 0
    ? catalog.fields
    : screen.map(({ id, name, required }) => ({
        value: id,
        label: required ? t('settings.fulfilment.required', { name }) : name,
      }));

/** The field of a mapping, with the values that are known of it. */
export function targetOf(id: string, screen: readonly CreateField[], catalog: FieldCatalog): Target {
  const { type = 'string', values = [] } = screen.find((field) => field.id === id) ?? {};
  return { id, type, values: values.length > 0 ? values : catalog.valuesOf(id) };
}

/** What is worth filling next: what Jira requires and nothing fills, then the priority, then anything. */
export function nextTarget(
  mappings: readonly FieldMapping[],
  screen: readonly CreateField[],
  options: readonly FieldOption[],
): string {
  const isFree = (id: string) => mappings.every(({ jiraField }) => jiraField !== id);
  const required = screen.find(({ id, required: needed }) => needed && isFree(id));
  const free = options.find(({ value }) => isFree(value));
  return required?.id ?? (isFree('priority') ? 'priority' : (free?.value ?? ''));
}
