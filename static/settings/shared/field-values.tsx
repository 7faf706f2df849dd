import { type Bound, TextInput, type TextLook, ValueList } from '../../kit/controls';
import type { FieldCatalog } from '../model/field-catalog';

interface Props extends Bound<readonly string[]>, Pick<TextLook, 'width' | 'placeholder'> {
  readonly label: string;
  readonly field: string;
  readonly catalog: FieldCatalog;
}

/** Values of a field: chosen where Jira lists them, typed with commas where it does not. */
export function FieldValues({ label, field, catalog, value: values, readOnly, onChange, ...look }: Props) {
  const known = catalog.valuesOf(field);
  if (known.length > 0)
    return <ValueList label={label} options={known} value={values} readOnly={readOnly} onChange={onChange} />;
  return (
    <TextInput
      isCompact
      {...look}
      label={label}
      value={values.join(', ')}
      readOnly={readOnly}
      onChange={(typed) => onChange(typed === '' ? [] : typed.split(',').map((value) => value.trim()))}
    />
  );
}
