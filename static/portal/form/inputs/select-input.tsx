import Select from '@atlaskit/select';
import { chosenOptions } from '../../../../src/catalog/domain/field-types';
import type { ChoiceOption } from '../../../../src/catalog/domain/model';
import { useOptionLabel } from '../option-label';
import { selectOf } from './select-looks';
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

function useLooks(props: InputProps) {
  const labelOf = useOptionLabel();
  const shown = (option: ChoiceOption) => ({ value: option.id, label: labelOf(option) });
  return { ...selectOf(props), shown, options: (props.field.options ?? []).map(shown) };
}
