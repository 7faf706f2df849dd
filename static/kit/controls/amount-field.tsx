import Textfield from '@atlaskit/textfield';
import { type Measure, NUMBER, useNumberText } from '../../shared/use-number-text';
import forms from '../forms.module.css';

interface Props {
  /** Of the input, where a label stands elsewhere. */
  readonly id?: string;
  readonly label?: string;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  readonly isWhole?: boolean;
  /** Of what kind it is, where it is no plain number. */
  readonly measure?: Measure;
  readonly isCompact?: boolean;
  readonly isInvalid?: boolean;
  readonly width?: number;
  readonly readOnly: boolean;
  readonly onChange: (value: number) => void;
}

/** A number in the viewer's locale, kept as text until it is one that fits; what does not is told and not taken. */
export function AmountField({ value, min = 0, max = Infinity, isWhole = false, onChange, ...props }: Props) {
  const { id, label, isCompact = true, isInvalid = false, width = 84, measure = NUMBER, readOnly } = props;
  const { text, problem, ...typing } = useNumberText(
    value,
    (amount) => amount !== undefined && onChange(amount),
    (amount) => amount >= min && amount <= max && (!isWhole || Number.isInteger(amount)),
    measure,
  );
  const isWrong = problem !== undefined || text.trim() === '';
  return (
    <span>
      <Textfield
        id={id}
        isCompact={isCompact}
        width={width}
        inputMode={measure !== NUMBER ? 'text' : isWhole ? 'numeric' : 'decimal'}
        aria-label={label}
        value={text}
        isReadOnly={readOnly}
        isInvalid={isInvalid || isWrong}
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
