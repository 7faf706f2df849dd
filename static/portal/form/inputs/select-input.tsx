import Select from '@atlaskit/select';
import { chosenOptions } from '../../../../src/catalog/domain/field-types';
import type { ChoiceOption } from '../../../../src/catalog/domain/model';
import { localized, t } from '../../../shared/i18n';
import type { InputProps } from './types';

/** One of many options, found by typing. */
export const SelectInput = (props: InputProps) => (
  <Select
    {...looks(props)}
    isClearable={!props.isRequired}
    value={chosenOptions(props.field, props.answer).map(shown)[0] ?? null}
    onChange={(option) => props.onChange(option?.value ?? null)}
  />
);

/** Any number of many options, each found by typing. */
export const MultiSelectInput = (props: InputProps) => (
  <Select
    {...looks(props)}
    isMulti
    closeMenuOnSelect={false}
    value={chosenOptions(props.field, props.answer).map(shown)}
    onChange={(options) => props.onChange(options.map(({ value }) => value))}
  />
);

const shown = ({ id, label }: ChoiceOption) => ({ value: id, label: localized(label) });

const looks = ({ id, field, isInvalid, describedBy, onLeave }: InputProps) => ({
  inputId: id,
  'aria-label': localized(field.label),
  'aria-invalid': isInvalid,
  descriptionId: describedBy,
  isInvalid,
  options: (field.options ?? []).map(shown),
  placeholder: field.placeholder ? localized(field.placeholder) : t('portal.form.choose'),
  noOptionsMessage: () => t('portal.form.noOption'),
  onBlur: onLeave,
});
