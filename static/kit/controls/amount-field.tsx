import Textfield from '@atlaskit/textfield';
import { type Measure, NUMBER, useNumberText } from '../../shared/use-number-text';
import forms from '../forms.module.css';
import type { Bound } from './bound';

export interface AmountLook {
  /** Of the input, where its label stands above. */
  readonly id?: string;
  /** What the input is called where no label stands above it. */
  readonly label?: string | undefined;
  readonly min?: number;
  readonly max?: number;
  readonly isWhole?: boolean;
  /** Of what kind it is, where it is no plain number. */
  readonly measure?: Measure;
  readonly isCompact?: boolean;
  readonly width?: number;
}

/** A number in the viewer's locale, kept as text until it is one that fits; what does not is told and not taken. */
export function AmountField({ onChange, ...props }: AmountLook & Bound<number>) {
  return <NumberInput {...props} isNeeded onChange={(amount) => amount !== undefined && onChange(amount)} />;
}

interface Props extends AmountLook, Bound<number | undefined> {
  readonly isNeeded?: boolean;
}

/** The same that may be left out: nothing is an empty field. */
export function NumberInput({ value, min = 0, max = Infinity, isWhole = false, onChange, ...props }: Props) {
  const { id, label, isNeeded = false, isCompact = true, width = 84 } = props;
  const { measure = NUMBER, readOnly } = props;
  const { text, problem, ...typing } = useNumberText(
    value,
    onChange,
    (amount) => amount >= min && amount <= max && (!isWhole || Number.isInteger(amount)),
    measure,
  );
  const isWrong = problem !== undefined || (isNeeded && text.trim() === '');
  return (
    <span>
      <Textfield
        id={id}
        isCompact={isCompact}
        width={width}
        inputMode={measure !== NUMBER ? 'text' : isWhole ? 'numeric' : 'decimal'}
        aria-label={label}
        placeholder={measure.example?.()}
        value={text}
        isReadOnly={readOnly}
        isInvalid={isWrong}
        {...typing}
      />
      {problem !== undefined && (
        <span className={forms.error} role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
