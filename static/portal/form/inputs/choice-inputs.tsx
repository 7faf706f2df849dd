import Checkbox from '@atlaskit/checkbox';
import { lazy } from 'react';
import { chosenOptions, mostOf } from '../../../../src/catalog/domain/field-types';
import type { ChoiceOption, FormField } from '../../../../src/catalog/domain/model';
import { t } from '../../../shared/i18n';
import { useOptionLabel } from '../option-label';
import { Radios } from './radios';
import type { InputProps } from './types';
import styles from './choice-inputs.module.css';

const ListInput = lazy(() => import('./list-input').then((m) => ({ default: m.ListInput })));
const MultiSelectInput = lazy(() => import('./select-input').then((m) => ({ default: m.MultiSelectInput })));
const SelectInput = lazy(() => import('./select-input').then((m) => ({ default: m.SelectInput })));

/** Yes or no, unanswered at first. */
export const YesNoInput = (props: InputProps) => (
  <Radios
    {...props}
    chosen={typeof props.answer === 'boolean' ? String(props.answer) : ''}
    options={[
      { value: 'true', label: t('common.yes') },
      { value: 'false', label: t('common.no') },
    ]}
    answerOf={(value) => value === 'true'}
  />
);

const MAX_RADIOS = 5;

/** Whether a choice shows all its options at once. */
export const hasRadios = ({ options = [], optionList }: FormField): boolean =>
  optionList === undefined && options.length <= MAX_RADIOS;

/** One of the options: a few are all in sight, many are found by typing. */
export function ChoiceInput(props: InputProps) {
  if (props.field.optionList) return <ListInput {...props} />;
  return hasRadios(props.field) ? <RadioInput {...props} /> : <SelectInput {...props} />;
}

function RadioInput(props: InputProps) {
  const labelOf = useOptionLabel();
  return (
    <Radios
      {...props}
      chosen={chosenOptions(props.field, props.answer)[0]?.id ?? ''}
      options={(props.field.options ?? []).map((option) => ({ value: option.id, label: labelOf(option) }))}
      answerOf={(value) => value}
    />
  );
}

/** A step of a few, all in one row. */
export function RatingInput(props: InputProps) {
  const steps = Array.from({ length: mostOf(props.field) }, (_, index) => String(index + 1));
  return (
    <Radios
      {...props}
      isRow
      chosen={props.answer === null ? '' : String(props.answer)}
      options={steps.map((step) => ({ value: step, label: step }))}
      answerOf={Number}
    />
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
