import Select from '@atlaskit/select';
import { localized, t } from '../../../shared/i18n';
import type { InputProps } from './types';

/** One of many options, found by typing. */
export function SelectInput({
  id,
  field,
  answer,
  isRequired,
  isInvalid,
  describedBy,
  onChange,
  onLeave,
}: InputProps) {
  const options = (field.options ?? []).map((option) => ({
    value: option.id,
    label: localized(option.label),
  }));
  return (
    <Select
      inputId={id}
      aria-label={localized(field.label)}
      aria-invalid={isInvalid}
      descriptionId={describedBy}
      isInvalid={isInvalid}
      isClearable={!isRequired}
      options={options}
      value={options.find((option) => option.value === answer) ?? null}
      placeholder={field.placeholder ? localized(field.placeholder) : t('portal.form.choose')}
      noOptionsMessage={() => t('portal.form.noOption')}
      onChange={(option) => onChange(option?.value ?? null)}
      onBlur={onLeave}
    />
  );
}
