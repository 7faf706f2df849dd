import { t } from '../../shared/i18n';
import { Choice } from './choice';
import type { Option } from './option';

interface Props {
  readonly id?: string;
  readonly label?: string | undefined;
  readonly value: string;
  readonly options: readonly Option[];
  readonly readOnly?: boolean;
  readonly onChange: (value: string) => void;
}

/** One of Jira's things by its name. One that is not listed (any more) is shown by its id and kept. */
export function Pick({ value, options, ...props }: Props) {
  const known = options.some((option) => option.value === value);
  const missing = value === '' ? t('kit.choose') : value;
  return (
    <Choice {...props} value={value} options={known ? options : [{ value, label: missing }, ...options]} />
  );
}
