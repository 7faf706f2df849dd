import Textfield from '@atlaskit/textfield';
import type { FieldValue } from '../../../../src/sla/engine/model';
import { t } from '../../../shared/i18n';
import type { FieldCatalog } from '../../model/field-catalog';
import { replaced, without } from '../../../kit/controls/reorder';
import { AddButton } from '../../../kit/controls/add-button';
import { RemoveButton } from '../../../kit/controls/remove-button';
import { Choice } from '../../../kit/controls/choice';
import forms from '../../../kit/forms.module.css';
import { ValueList } from '../../../kit/controls/value-list';

export interface FieldEntry {
  readonly field: string;
  readonly values: FieldValue;
}

interface Props {
  readonly label: string;
  readonly entries: readonly FieldEntry[];
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (entries: readonly FieldEntry[]) => void;
}

/** Fields and the values they have. A status brings its category along, as Jira would. */
export function FieldsInput({ label, entries, catalog, readOnly, onChange }: Props) {
  const put = (index: number, entry: FieldEntry) =>
    onChange(withCategory(replaced(entries, index, entry), catalog));
  const free = catalog.fields.find(({ value }) => !entries.some(({ field }) => field === value));
  return (
    <fieldset className={forms.fieldset}>
      <legend className={forms.label}>{label}</legend>
      {entries.map((entry, index) => (
        <div key={entry.field} className={forms.row}>
          <Choice
            label={t('settings.condition.field')}
            value={entry.field}
            readOnly={readOnly}
            options={fieldOptions(entry.field, entries, catalog)}
            onChange={(field) => put(index, { field, values: [] })}
          />
          <Values
            entry={entry}
            catalog={catalog}
            readOnly={readOnly}
            onChange={(values) => put(index, { ...entry, values })}
          />
          {!readOnly && (
            <RemoveButton
              label={t('settings.test.removeField', { field: catalog.fieldName(entry.field) })}
              onClick={() => onChange(without(entries, index))}
            />
          )}
        </div>
      ))}
      {!readOnly && free !== undefined && (
        <AddButton onClick={() => onChange([...entries, { field: free.value, values: [] }])}>
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

function Values(props: {
  readonly entry: FieldEntry;
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (values: FieldValue) => void;
}) {
  const { entry, catalog, readOnly, onChange } = props;
  const label = t('settings.condition.values', { field: catalog.fieldName(entry.field) });
  const known = catalog.valuesOf(entry.field);
  if (known.length > 0) {
    return (
      <ValueList label={label} options={known} value={entry.values} readOnly={readOnly} onChange={onChange} />
    );
  }
  return (
    <Textfield
      isCompact
      width={220}
      aria-label={label}
      value={entry.values.join(', ')}
      isReadOnly={readOnly}
      onChange={(event) =>
        onChange(
          event.currentTarget.value
            .split(',')
            .map((value) => value.trim())
            .filter((value) => value !== ''),
        )
      }
    />
  );
}
