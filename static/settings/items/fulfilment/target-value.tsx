import { useId } from 'react';
import type { Bound } from '../../../kit/controls/bound';
import { Pick } from '../../../kit/controls/pick';
import { TextInput } from '../../../kit/controls/text-input';
import { UserPicker } from '../../../shared/user-picker';
import type { Target } from './targets';

interface Props extends Bound<string> {
  readonly label: string;
  readonly target: Target;
}

/** One value of a Jira field: chosen where Jira lists them, a person, a day, else typed; empty is none. */
export function TargetValue({ label, target, value, readOnly, onChange }: Props) {
  const id = useId();
  if (target.values.length > 0)
    return (
      <Pick label={label} options={target.values} value={value} readOnly={readOnly} onChange={onChange} />
    );
  if (target.type === 'user')
    return (
      <UserPicker
        inputId={id}
        label={label}
        value={value === '' ? null : value}
        isDisabled={readOnly}
        onChange={(accountId) => onChange(accountId ?? '')}
      />
    );
  return (
    <TextInput
      isCompact
      width={220}
      label={label}
      {...(target.type === 'date' && { type: 'date' as const })}
      value={value}
      readOnly={readOnly}
      onChange={onChange}
    />
  );
}
