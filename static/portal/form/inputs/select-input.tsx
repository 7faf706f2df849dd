import Select from '@atlaskit/select';
import { chosenOptions } from '../../../../src/catalog/domain/field-types';
import type { ChoiceOption } from '../../../../src/catalog/domain/model';
import { localized, t } from '../../../shared/i18n';
import { useOptionLabel } from '../option-label';
import type { InputProps } from './types';

/** One of many options, found by typing. */
export function SelectInput(props: InputProps) {
  const { shown, ...looks } = useLooks(props);
  return (
    <Select
      {...looks}
      isClearable={!props.isRequired}
      value={chosenOptions(props.field, props.answer).map(shown)[0] ?? null}
      onChange={(option) => props.onChange(option?.value ?? null)}
    />
  );
}

/** Any number of many options, each found by typing. */
export function MultiSelectInput(props: InputProps) {
  const { shown, ...looks } = useLooks(props);
  return (
    <Select
      {...looks}
      isMulti
      closeMenuOnSelect={false}
      value={chosenOptions(props.field, props.answer).map(shown)}
      onChange={(options) => props.onChange(options.map(({ value }) => value))}
    />
  );
}

function useLooks({ id, field, isInvalid, describedBy, onLeave }: InputProps) {
  const labelOf = useOptionLabel();
  const shown = (option: ChoiceOption) => ({ value: option.id, label: labelOf(option) });
  return {
    shown,
    inputId: id,
    'aria-label': localized(field.label),
    'aria-invalid': isInvalid,
    descriptionId: describedBy,
    isInvalid,
    options: (field.options ?? []).map(shown),
    placeholder: field.placeholder ? localized(field.placeholder) : t('portal.form.choose'),
    noOptionsMessage: () => t('portal.form.noOption'),
    onBlur: onLeave,
  };
}
