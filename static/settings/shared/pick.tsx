import { t } from '../../shared/i18n';
import type { FieldOption } from '../model/field-catalog';
import { Choice } from './choice';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly FieldOption[];
  readonly isDisabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** One of Jira's things by its name. One that is not listed (any more) is shown by its id and kept. */
export function Pick({ label, value, options, isDisabled = false, onChange }: Props) {
  const known = options.some((option) => option.value === value);
  const missing = value === '' ? t('settings.choose') : value;
  return (
    <Choice
      label={label}
      value={value}
      isDisabled={isDisabled}
      options={known ? options : [{ value, label: missing }, ...options]}
      onChange={onChange}
    />
  );
}
