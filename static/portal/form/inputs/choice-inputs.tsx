import Checkbox from '@atlaskit/checkbox';
import { RadioGroup } from '@atlaskit/radio';
import { lazy } from 'react';
import { chosenOptions, mostOf } from '../../../../src/catalog/domain/field-types';
import type { ChoiceOption, FormField } from '../../../../src/catalog/domain/model';
import { localized, t } from '../../../shared/i18n';
import { useOptionLabel } from '../option-label';
import type { InputProps } from './types';
import styles from './choice-inputs.module.css';

const ListInput = lazy(() => import('./list-input').then((m) => ({ default: m.ListInput })));
const MultiSelectInput = lazy(() => import('./select-input').then((m) => ({ default: m.MultiSelectInput })));
const SelectInput = lazy(() => import('./select-input').then((m) => ({ default: m.SelectInput })));

/** Yes or no, unanswered at first. */
export function YesNoInput({ id, field, answer, isInvalid, isRequired, onChange }: InputProps) {
  return (
    <RadioGroup
      aria-labelledby={`${id}-label`}
      aria-label={localized(field.label)}
      name={id}
      isInvalid={isInvalid}
      isRequired={isRequired}
      value={typeof answer === 'boolean' ? String(answer) : ''}
      options={[
        { name: id, value: 'true', label: t('common.yes') },
        { name: id, value: 'false', label: t('common.no') },
      ]}
      onChange={(event) => onChange(event.currentTarget.value === 'true')}
    />
  );
}

const MAX_RADIOS = 5;

/** Whether a choice shows all its options at once. */
export const hasRadios = ({ options = [], optionList }: FormField): boolean =>
  optionList === undefined && options.length <= MAX_RADIOS;

/** One of the options: a few are all in sight, many are found by typing. */
export function ChoiceInput(props: InputProps) {
  if (props.field.optionList) return <ListInput {...props} />;
  return hasRadios(props.field) ? <RadioInput {...props} /> : <SelectInput {...props} />;
}

function RadioInput({ id, field, answer, isInvalid, isRequired, onChange }: InputProps) {
  const labelOf = useOptionLabel();
  return (
    <RadioGroup
      aria-label={localized(field.label)}
      name={id}
      isInvalid={isInvalid}
      isRequired={isRequired}
      value={chosenOptions(field, answer)[0]?.id ?? ''}
      options={(field.options ?? []).map((option) => ({
        name: id,
        value: option.id,
        label: labelOf(option),
      }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A step of a few, all in one row. */
export function RatingInput({ id, field, answer, isInvalid, isRequired, onChange }: InputProps) {
  const steps = Array.from({ length: mostOf(field) }, (_, index) => String(index + 1));
  return (
    <div className={styles.steps}>
      <RadioGroup
        aria-label={localized(field.label)}
        name={id}
        isInvalid={isInvalid}
        isRequired={isRequired}
        value={answer === null ? '' : String(answer)}
        options={steps.map((step) => ({ name: id, value: step, label: step }))}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  );
}

const MAX_BOXES = 20;

/** Any number of options: as many as can be taken in at a glance are all in sight, more are found by typing. */
export function MultiChoiceInput(props: InputProps) {
  const { options = [], optionList } = props.field;
  if (optionList) return <ListInput {...props} />;
  return options.length <= MAX_BOXES ? <BoxesInput {...props} /> : <MultiSelectInput {...props} />;
}

function BoxesInput({ id, field, answer, isInvalid, onChange, onLeave }: InputProps) {
  const labelOf = useOptionLabel();
  const chosen = chosenOptions(field, answer).map((each) => each.id);
  const toggle = (option: ChoiceOption, isChosen: boolean): void => {
    const ids = (field.options ?? []).map((each) => each.id);
    onChange(ids.filter((each) => (each === option.id ? isChosen : chosen.includes(each))));
  };
  return (
    <div className={styles.boxes}>
      {(field.options ?? []).map((option) => (
        <Checkbox
          key={option.id}
          name={id}
          label={labelOf(option)}
          isChecked={chosen.includes(option.id)}
          isInvalid={isInvalid}
          onChange={(event) => toggle(option, event.currentTarget.checked)}
          onBlur={onLeave}
        />
      ))}
    </div>
  );
}
