import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { localized } from '../../../shared/i18n';
import type { InputProps } from './types';

const TYPES = { text: 'text', email: 'email', url: 'url' } as const;

/** What a box to type in is told of its question. */
export const boxOf = ({ id, field, isRequired, isInvalid, describedBy }: InputProps) => ({
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
