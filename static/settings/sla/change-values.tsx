import Textfield from '@atlaskit/textfield';
import type { FieldCatalog } from '../model/field-catalog';
import { ValueList } from '../../kit/controls/value-list';

interface Props {
  readonly label: string;
  readonly field: string;
  readonly values: readonly string[];
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (values: readonly string[]) => void;
}

/** Values of a field: chosen where Jira lists them, typed with commas where it does not. */
export function Values({ label, field, values, catalog, readOnly, onChange }: Props) {
  const known = catalog.valuesOf(field);
  if (known.length > 0)
    return <ValueList label={label} options={known} value={values} readOnly={readOnly} onChange={onChange} />;
  return (
    <Textfield
      isCompact
      width={200}
      aria-label={label}
      value={values.join(', ')}
      isReadOnly={readOnly}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        onChange(typed === '' ? [] : typed.split(',').map((value) => value.trim()));
      }}
    />
  );
}
