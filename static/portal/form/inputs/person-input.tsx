import { localized } from '../../../shared/i18n';
import { UserPicker } from '../../../shared/user-picker';
import type { InputProps } from './types';

/** A person, found by name. */
export function PersonInput({ id, field, answer, isRequired, isInvalid, describedBy, onChange }: InputProps) {
  return (
    <UserPicker
      value={typeof answer === 'string' ? answer : null}
      inputId={id}
      label={localized(field.label)}
      isInvalid={isInvalid}
      isClearable={!isRequired}
      {...(describedBy === undefined ? {} : { describedBy })}
      onChange={onChange}
    />
  );
}
