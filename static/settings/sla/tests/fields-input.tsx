import type { FieldValue } from '../../../../src/sla/engine/model';
import { AddButton, Choice, RemoveButton } from '../../../kit/controls';
import { replaced } from '../../../kit/controls/reorder';
import { add, elements, type Field, part, seenAs } from '../../../kit/fields';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import type { FieldCatalog } from '../../model/field-catalog';
import { FieldValues } from '../../shared/field-values';

export interface FieldEntry {
  readonly field: string;
  readonly values: FieldValue;
}

interface Props {
  readonly label: string;
  readonly of: Field<readonly FieldEntry[]>;
  readonly catalog: FieldCatalog;
}

/** Fields and the values they have. A status brings its category along, as Jira would. */
export function FieldsInput({ label, of, catalog }: Props) {
  const { value: entries, readOnly } = of;
  const free = catalog.fields.find(({ value }) => !entries.some(({ field }) => field === value));
  return (
    <fieldset className={forms.fieldset}>
      <legend className={forms.label}>{label}</legend>
      {elements(of).map((element) => {
        const entry: Field<FieldEntry> = {
          ...element,
          onChange: (next) => of.onChange(withCategory(replaced(entries, element.index, next), catalog)),
        };
        const { field } = entry.value;
        return (
          <div key={field} className={forms.row}>
            <Choice
              label={t('settings.condition.field')}
              options={fieldOptions(field, entries, catalog)}
              {...seenAs(
                entry,
                () => field,
                (chosen) => ({ field: chosen, values: [] }),
              )}
            />
            <FieldValues
              label={t('settings.condition.values', { field: catalog.fieldName(field) })}
              field={field}
              catalog={catalog}
              width={220}
              {...seenAs(
                part(entry, 'values'),
                (values) => values,
                (values) => values.filter((value) => value !== ''),
              )}
            />
            {!readOnly && (
              <RemoveButton
                label={t('settings.test.removeField', { field: catalog.fieldName(field) })}
                onClick={element.remove}
              />
            )}
          </div>
        );
      })}
      {!readOnly && free !== undefined && (
        <AddButton onClick={() => add(of, { field: free.value, values: [] })}>
          {t('settings.test.addField')}
        </AddButton>
      )}
    </fieldset>
  );
}

/** Fields not taken by another row; one the catalog does not know is shown by its id. */
function fieldOptions(own: string, entries: readonly FieldEntry[], catalog: FieldCatalog) {
  const taken = new Set(entries.map(({ field }) => field).filter((field) => field !== own));
  const free = catalog.fields.filter(({ value }) => !taken.has(value));
  return free.some(({ value }) => value === own)
    ? free
    : [...free, { value: own, label: catalog.fieldName(own) }];
}

function withCategory(entries: readonly FieldEntry[], catalog: FieldCatalog): readonly FieldEntry[] {
  const [status] = entries.find(({ field }) => field === 'status')?.values.slice(-1) ?? [];
  const category = status === undefined ? undefined : catalog.categoryOf(status);
  if (category === undefined) return entries;
  const rest = entries.filter(({ field }) => field !== 'statusCategory');
  return [...rest, { field: 'statusCategory', values: [category] }];
}
