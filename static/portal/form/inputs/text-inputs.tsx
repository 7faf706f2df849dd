import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { localized } from '../../../shared/i18n';
import { numberText, readNumber } from '../../../shared/numbers';
import type { InputProps } from './types';

const TYPES = { text: 'text', email: 'email', url: 'url' } as const;

/** What a box to type in is told of its question. */
const boxOf = ({ id, field, isRequired, isInvalid, describedBy }: InputProps) => ({
  id,
  placeholder: field.placeholder && localized(field.placeholder),
  isInvalid,
  'aria-required': isRequired,
  'aria-invalid': isInvalid,
  'aria-describedby': describedBy,
});

/** One line of text, an e-mail address or a web address. */
export function TextInput(props: InputProps) {
  const { field, answer, onChange, onLeave } = props;
  const type = field.type === 'email' || field.type === 'url' ? TYPES[field.type] : TYPES.text;
  return (
    <Textfield
      {...boxOf(props)}
      type={type}
      value={typeof answer === 'string' ? answer : ''}
      autoComplete={field.type === 'email' ? 'email' : 'off'}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onLeave}
    />
  );
}

/** Text of several lines; it grows while typing. */
export function MultilineInput(props: InputProps) {
  const { answer, onChange, onLeave } = props;
  return (
    <TextArea
      {...boxOf(props)}
      value={typeof answer === 'string' ? answer : ''}
      minimumRows={4}
      resize="smart"
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onLeave}
    />
  );
}

/** A number as the viewer writes it; once left, as it was understood. What is none, or could be two, stays and is answered as typed. */
export function NumberInput(props: InputProps) {
  const { answer, onChange, onLeave } = props;
  const [text, setText] = useState(() =>
    typeof answer === 'number' ? numberText(answer) : String(answer ?? ''),
  );
  return (
    <Textfield
      {...boxOf(props)}
      inputMode="decimal"
      width="small"
      value={text}
      autoComplete="off"
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        onChange(numberIn(typed));
      }}
      onBlur={() => {
        if (typeof answer === 'number') setText(numberText(answer));
        onLeave();
      }}
    />
  );
}

function numberIn(typed: string): number | string | null {
  const read = readNumber(typed);
  if (read === 'empty') return null;
  return typeof read === 'number' ? read : typed;
}
