import { t } from '../../shared/i18n';
import { Choice } from './choice';
import type { Option } from './option';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly isDisabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** One of Jira's things by its name. One that is not listed (any more) is shown by its id and kept. */
export function Pick({ label, value, options, isDisabled = false, onChange }: Props) {
  const known = options.some((option) => option.value === value);
  const missing = value === '' ? t('kit.choose') : value;
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
