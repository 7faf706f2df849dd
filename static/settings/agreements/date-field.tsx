import Textfield from '@atlaskit/textfield';
import { LabelledField } from '../../kit/controls/labelled-field';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly readOnly: boolean;
  readonly onChange: (date: string) => void;
}

/** A date as the browser lets people type or pick it; emptied it is an empty text. */
export function DateField({ id, label, value, readOnly, onChange }: Props) {
  return (
    <LabelledField id={id} label={label}>
      <Textfield
        id={id}
        type="date"
        width={180}
        value={value ?? ''}
        isReadOnly={readOnly}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </LabelledField>
  );
}
