import Textfield from '@atlaskit/textfield';
import type { FieldOption } from '../model/field-catalog';
import { Pick } from '../../kit/controls/pick';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly FieldOption[];
  readonly readOnly: boolean;
  readonly onChange: (value: string) => void;
}

/** One value of a field: chosen where Jira lists them, typed where it does not. */
export function MapKey({ label, value, options, readOnly, onChange }: Props) {
  if (options.length > 0)
    return <Pick label={label} value={value} options={options} readOnly={readOnly} onChange={onChange} />;
  return (
    <Textfield
      isCompact
      width={160}
      aria-label={label}
      value={value}
      isReadOnly={readOnly}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
