import { rulesOf } from '../../../src/catalog/domain/field-types';
import type { FieldSetting, FormField } from '../../../src/catalog/domain/model';
import { maybeNumber } from '../../kit/fields/controls';
import { type Field, part } from '../../kit/fields/field';
import { Fields, type Row } from '../../kit/fields/fields';
import { measureOf } from '../../shared/measures';
import { OptionsEditor } from './options-editor';

/** A limit of a measure, in its units; empty for none. */
const limit = (key: 'min' | 'max', { type }: FormField): Row<FormField> => ({
  key,
  label: `settings.form.${key}`,
  half: true,
  control: maybeNumber({ min: -Infinity, width: 160, measure: measureOf(type) }),
});

/** The settings that are edited in a row; the others come by import only, but for the options of a choice. */
const isLimit = (setting: FieldSetting): setting is 'min' | 'max' => setting === 'min' || setting === 'max';

/** The settings that the field's type has. */
export function SettingRows({ field }: { readonly field: Field<FormField> }) {
  const { settings } = rulesOf(field.value);
  const options = part(field, 'options');
  const limits = settings.filter(isLimit);
  return (
    <>
      {settings.includes('options') && <OptionsEditor options={{ ...options, value: options.value ?? [] }} />}
      {limits.length > 0 && (
        <Fields key={field.value.type} of={field} rows={limits.map((key) => limit(key, field.value))} />
      )}
    </>
  );
}
