import Textfield from '@atlaskit/textfield';
import { lazy, Suspense } from 'react';
import { localized } from '../../../shared/i18n';
import { UserPicker } from '../../../shared/user-picker';
import { MultiChoiceInput, RadioInput, YesNoInput } from './choice-inputs';
import { MultilineInput, NumberInput, TextInput } from './text-inputs';
import type { InputProps } from './types';

const SelectInput = lazy(() => import('./select-input').then((m) => ({ default: m.SelectInput })));
const DateInput = lazy(() => import('./date-input').then((m) => ({ default: m.DateInput })));
const DateTimeInput = lazy(() => import('./date-input').then((m) => ({ default: m.DateTimeInput })));

/** The input of a field. Pickers are loaded when a form has one; a disabled field of the same height stands in. */
export function FieldInput(props: InputProps) {
  return (
    <Suspense fallback={<Textfield isDisabled aria-busy aria-label={localized(props.field.label)} />}>
      <Input {...props} />
    </Suspense>
  );
}

function Input(props: InputProps) {
  const { field } = props;
  switch (field.type) {
    case 'text':
    case 'email':
    case 'url':
      return <TextInput {...props} />;
    case 'multiline':
      return <MultilineInput {...props} />;
    case 'number':
      return <NumberInput {...props} />;
    case 'yesNo':
      return <YesNoInput {...props} />;
    case 'choice':
      return props.asRadios ? <RadioInput {...props} /> : <SelectInput {...props} />;
    case 'multiChoice':
      return <MultiChoiceInput {...props} />;
    case 'date':
      return <DateInput {...props} />;
    case 'dateTime':
      return <DateTimeInput {...props} />;
    case 'user':
      return (
        <UserPicker
          value={typeof props.answer === 'string' ? props.answer : null}
          inputId={props.id}
          label={localized(field.label)}
          isInvalid={props.isInvalid}
          isClearable={!props.isRequired}
          {...(props.describedBy === undefined ? {} : { describedBy: props.describedBy })}
          onChange={props.onChange}
        />
      );
    case 'info':
      return null;
  }
}
