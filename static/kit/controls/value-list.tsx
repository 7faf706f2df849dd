import { t } from '../../shared/i18n';
import type { Bound } from './bound';
import { Chips } from './chips';
import { Choice } from './choice';
import type { Option } from './option';

interface Props extends Bound<readonly string[]> {
  readonly label: string;
  readonly options: readonly Option[];
}

const NOTHING = '';

/** Some of many values: each with a button to drop it, and a list to add one from. An unknown value is shown as it is. */
export function ValueList({ label, options, value: values, readOnly, onChange }: Props) {
  const nameOf = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  const free = options.filter((option) => !values.includes(option.value));
  return (
    <Chips
      label={label}
      value={values}
      readOnly={readOnly}
      nameOf={nameOf}
      removes={(value) => t('kit.removeValue', { name: nameOf(value) })}
      onChange={onChange}
    >
      {free.length > 0 && (
        <Choice
          label={t('kit.addValueTo', { label })}
          value={NOTHING}
          options={[{ value: NOTHING, label: t('kit.addValue') }, ...free]}
          onChange={(value) => value !== NOTHING && onChange([...values, value])}
        />
      )}
    </Chips>
  );
}
