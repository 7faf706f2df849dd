import Textarea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import type { Bound } from './bound';

export interface TextLook {
  /** Of the input, where its label stands above. */
  readonly id?: string;
  /** What the input is called where no label stands above it. */
  readonly label?: string | undefined;
  readonly type?: 'text' | 'date' | 'time' | 'datetime-local';
  readonly placeholder?: string;
  readonly lang?: string;
  readonly width?: number;
  readonly maxLength?: number;
  /** As low as the other controls of its row. */
  readonly isCompact?: boolean;
  /** Several lines, of which so many are shown while there are no more. */
  readonly lines?: number;
  readonly isMonospaced?: boolean;
  readonly isDisabled?: boolean;
}

/** A text, or a date or a time of day as the browser lets people type or pick it. */
export function TextInput({ label, lines, value, readOnly, onChange, ...look }: TextLook & Bound<string>) {
  const { type: _type, width: _width, ...longLook } = look;
  return lines === undefined ? (
    <Textfield
      {...look}
      aria-label={label}
      value={value}
      isReadOnly={readOnly}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  ) : (
    <Textarea
      {...longLook}
      aria-label={label}
      minimumRows={lines}
      value={value}
      isReadOnly={readOnly}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
