import IconButton from '@atlaskit/button/icon/button';
import CrossIcon from '@atlaskit/icon/core/cross';
import { t } from '../../shared/i18n';
import { Choice } from './choice';
import type { Option } from './option';
import styles from './value-list.module.css';

interface Props {
  readonly label: string;
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (values: readonly string[]) => void;
}

const NOTHING = '';

/** Some of many values: each with a button to drop it, and a list to add one from. An unknown value is shown as it is. */
export function ValueList({ label, options, values, readOnly, onChange }: Props) {
  const nameOf = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  const free = options.filter((option) => !values.includes(option.value));
  return (
    <div className={styles.values} role="group" aria-label={label}>
      {values.map((value) => (
        <span key={value} className={styles.value}>
          {nameOf(value)}
          {!readOnly && (
            <IconButton
              appearance="subtle"
              spacing="compact"
              icon={CrossIcon}
              label={t('kit.removeValue', { name: nameOf(value) })}
              onClick={() => onChange(values.filter((each) => each !== value))}
            />
          )}
        </span>
      ))}
      {!readOnly && free.length > 0 && (
        <Choice
          label={t('kit.addValueTo', { label })}
          value={NOTHING}
          options={[{ value: NOTHING, label: t('kit.addValue') }, ...free]}
          onChange={(value) => value !== NOTHING && onChange([...values, value])}
        />
      )}
    </div>
  );
}
