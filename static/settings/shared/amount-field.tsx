import Textfield from '@atlaskit/textfield';
import { useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min?: number;
  readonly readOnly: boolean;
  readonly onChange: (value: number) => void;
}

/** A number as it is typed: a comma or a point, kept as text until it is one; what is none is shown as wrong and not taken. */
export function AmountField({ label, value, min = 0, readOnly, onChange }: Props) {
  const [text, setText] = useState(String(value));
  const read = (typed: string): number | null => {
    const amount = Number(typed.trim().replace(',', '.'));
    return typed.trim() === '' || !Number.isFinite(amount) || amount < min ? null : amount;
  };
  const shown = read(text) === value ? text : read(text) === null ? text : String(value);
  return (
    <Textfield
      isCompact
      width={84}
      inputMode="decimal"
      aria-label={label}
      value={shown}
      isReadOnly={readOnly}
      isInvalid={read(text) === null}
      onChange={(event) => {
        setText(event.currentTarget.value);
        const amount = read(event.currentTarget.value);
        if (amount !== null) onChange(amount);
      }}
    />
  );
}
