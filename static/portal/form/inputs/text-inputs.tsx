import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import type { FieldType } from '../../../../src/catalog/domain/model';
import { localized } from '../../../shared/i18n';
import type { InputProps } from './types';

const TYPES: Partial<Record<FieldType, 'email' | 'url' | 'tel' | 'password'>> = {
  secret: 'password',
  email: 'email',
  url: 'url',
  phone: 'tel',
};
const FILLED: Partial<Record<FieldType, 'email' | 'tel' | 'new-password'>> = {
  email: 'email',
  phone: 'tel',
  secret: 'new-password',
};

/** What a box to type in is told of its question. */
export const boxOf = ({ id, field, isRequired, isInvalid, describedBy }: InputProps) => ({
  id,
  placeholder: field.placeholder && localized(field.placeholder),
  isInvalid,
  'aria-required': isRequired,
  'aria-invalid': isInvalid,
  'aria-describedby': describedBy,
});

/** One line of text, or an address that devices have a keyboard for. */
export function TextInput(props: InputProps) {
  const { field, answer, onChange, onLeave } = props;
  return (
    <Textfield
      {...boxOf(props)}
      type={TYPES[field.type] ?? 'text'}
      value={typeof answer === 'string' ? answer : ''}
      autoComplete={FILLED[field.type] ?? 'off'}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onLeave}
    />
  );
}

/** A time of day, as the browser lets people type or pick it. */
export function TimeInput(props: InputProps) {
  const { answer, onChange, onLeave } = props;
  return (
    <Textfield
      {...boxOf(props)}
      type="time"
      width="small"
      value={typeof answer === 'string' ? answer : ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
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
