import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { LabelledField } from '../../shared/labelled-field';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Nothing is shown as an empty field. */
  readonly value: number | undefined;
  readonly readOnly: boolean;
  readonly onChange: (value: number | undefined) => void;
}

const numberIn = (text: string): number | undefined => {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
};

/** A number that may be left out: a comma or a point, kept as it is typed; what is none is shown as wrong. */
export function NumberField({ id, label, hint, value, readOnly, onChange }: Props) {
  const [text, setText] = useState(value === undefined ? '' : String(value));
  const shown = numberIn(text) === value ? text : value === undefined ? '' : String(value);
  return (
    <LabelledField id={id} label={label} {...(hint === undefined ? {} : { hint })}>
      <Textfield
        id={id}
        width={120}
        inputMode="decimal"
        value={shown}
        isReadOnly={readOnly}
        isInvalid={shown.trim() !== '' && numberIn(shown) === undefined}
        onChange={(event) => {
          setText(event.currentTarget.value);
          onChange(numberIn(event.currentTarget.value));
        }}
      />
    </LabelledField>
  );
}
