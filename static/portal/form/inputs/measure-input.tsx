import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { DEFAULT_CURRENCY } from '../../../../src/catalog/domain/field-types';
import { measureOf } from '../../../shared/measures';
import styles from './choice-inputs.module.css';
import { boxOf } from './text-inputs';
import type { InputProps } from './types';

/** A measure as the viewer writes it; once left, as it was understood. What is none, or could be two, stays and is answered as typed. */
export function MeasureInput(props: InputProps) {
  const { field, answer, onChange, onLeave } = props;
  const { text: textOf, read, example } = measureOf(field.type);
  const [text, setText] = useState(() =>
    typeof answer === 'number' ? textOf(answer) : String(answer ?? ''),
  );
  return (
    <Textfield
      {...boxOf(props)}
      {...(field.placeholder === undefined && example && { placeholder: example() })}
      inputMode={field.type === 'duration' ? 'text' : 'decimal'}
      {...(field.type === 'currency' && {
        elemAfterInput: <span className={styles.unit}>{field.currency ?? DEFAULT_CURRENCY}</span>,
      })}
      width="small"
      value={text}
      autoComplete="off"
      onChange={(event) => {
        const typed = event.currentTarget.value;
        const understood = read(typed);
        setText(typed);
        onChange(understood === 'empty' ? null : typeof understood === 'number' ? understood : typed);
      }}
      onBlur={() => {
        if (typeof answer === 'number') setText(textOf(answer));
        onLeave();
      }}
    />
  );
}
