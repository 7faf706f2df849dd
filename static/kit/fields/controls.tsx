/** What a row of a form may be filled in with. */
import type { ReactNode } from 'react';
import type { LocalizedText } from '../../../src/kernel/text';
import { UserPicker } from '../../shared/user-picker';
import { AmountField, type AmountLook, NumberInput } from '../controls/amount-field';
import { Checkbox } from '../controls/checkbox';
import { Choice } from '../controls/choice';
import { DurationField } from '../controls/duration-field';
import { GroupList } from '../controls/group-list';
import { LocalizedInput } from '../controls/localized-input';
import type { Option } from '../controls/option';
import { PeopleList } from '../controls/people-list';
import { Pick } from '../controls/pick';
import { TextInput, type TextLook } from '../controls/text-input';
import { ValueList } from '../controls/value-list';
import { ZoneList } from '../controls/zone-list';
import { ZoneSelect } from '../controls/zone-select';
import forms from '../forms.module.css';
import type { Field } from './field';

/** What a control is told of its row. */
export interface Drawn<T> extends Field<T> {
  readonly id: string;
  readonly label: string;
}

export interface Control<T> {
  /** Whose name the label is: that of one input, of a group of them that says its name itself, or part of what is drawn. */
  readonly labels: 'input' | 'group' | 'nothing';
  readonly draw: (drawn: Drawn<T>) => ReactNode;
}

const input = <T,>(draw: Control<T>['draw']): Control<T> => ({ labels: 'input', draw });
const group = <T,>(draw: Control<T>['draw']): Control<T> => ({ labels: 'group', draw });

/** A control of a row's own. */
export const own = <T,>(
  draw: (drawn: Drawn<T>) => ReactNode,
  labels: Control<T>['labels'] = 'group',
): Control<T> => ({ labels, draw });

/** A control of one value for another that is read out of it and written back into it. */
export const mapped = <A, B>(
  control: Control<A>,
  read: (value: B) => A,
  write: (value: A, before: B) => B,
): Control<B> => ({
  labels: control.labels,
  draw: ({ value, onChange, ...row }) =>
    control.draw({ ...row, value: read(value), onChange: (next) => onChange(write(next, value)) }),
});

/** The same for what may be left out: an empty text is nothing. */
export const maybe = (control: Control<string>): Control<string | undefined> =>
  mapped(
    control,
    (value = '') => value,
    (value) => (value === '' ? undefined : value),
  );

/** The same of a list: what is not there stands for an empty one, and an empty one is not kept. */
export const maybeSome = <T,>(control: Control<readonly T[]>): Control<readonly T[] | undefined> =>
  mapped(
    control,
    (list = []) => list,
    (list) => (list.length === 0 ? undefined : list),
  );

export const text = (look: TextLook = {}): Control<string> =>
  input((row) => <TextInput {...look} {...row} />);
export const date = (): Control<string> => text({ type: 'date', width: 180 });
export const time = (): Control<string> => text({ type: 'time', width: 180 });
export const localized = (multiline = false): Control<LocalizedText> =>
  own((row) => <LocalizedInput {...row} multiline={multiline} />, 'nothing');
/** The same that may be left out: nothing is said in any language. */
export const maybeLocalized = (multiline = false): Control<LocalizedText | undefined> =>
  mapped(
    localized(multiline),
    (value) => value ?? { en: '' },
    (value) => (Object.values(value).some(Boolean) ? value : undefined),
  );

interface NumberLook extends Omit<AmountLook, 'id' | 'label' | 'isCompact'> {
  /** What is stored is the number shown times this: milliseconds of a minute, cents of a euro. */
  readonly per?: number;
}

export const number = ({ per = 1, ...look }: NumberLook = {}): Control<number> =>
  input(({ value, onChange, ...row }) => (
    <AmountField
      width={120}
      isCompact={false}
      {...look}
      {...row}
      value={value / per}
      onChange={(next) => onChange(per === 1 ? next : Math.round(next * per))}
    />
  ));
export const maybeNumber = ({ per = 1, ...look }: NumberLook = {}): Control<number | undefined> =>
  input(({ value, onChange, ...row }) => (
    <NumberInput
      width={120}
      isCompact={false}
      {...look}
      {...row}
      value={value === undefined ? undefined : value / per}
      onChange={(next) => onChange(next === undefined || per === 1 ? next : Math.round(next * per))}
    />
  ));
export const duration = (): Control<number> =>
  group((row) => (
    <div className={forms.row}>
      <DurationField {...row} />
    </div>
  ));

export const choice = <T extends string>(options: readonly Option<T>[]): Control<T> =>
  input(({ label: _label, ...row }) => <Choice {...row} options={options} />);
/** One of Jira's things; one that is not listed (any more) is kept. */
export const pick = (options: readonly Option[]): Control<string> =>
  input(({ label: _label, ...row }) => <Pick {...row} options={options} />);
export const many = (options: readonly Option[]): Control<readonly string[]> =>
  group((row) => <ValueList {...row} options={options} />);
/** Some of a few, all of them in sight. */
export const several = <T extends string>(options: readonly Option<T>[]): Control<readonly T[]> =>
  group(({ label, value: chosen, readOnly, onChange }) => (
    <div className={forms.row} role="group" aria-label={label}>
      {options.map(({ value, label: name }) => (
        <Checkbox
          key={value}
          label={name}
          value={chosen.includes(value)}
          readOnly={readOnly}
          onChange={(isChosen) =>
            onChange(isChosen ? [...chosen, value] : chosen.filter((each) => each !== value))
          }
        />
      ))}
    </div>
  ));
export const check = (): Control<boolean> => own((row) => <Checkbox {...row} />, 'nothing');
/** The same for what is only there where it is so. */
export const maybeCheck = (): Control<true | undefined> =>
  mapped(
    check(),
    (value) => value === true,
    (value) => (value ? true : undefined),
  );

export const zones = (): Control<readonly string[]> => group((row) => <ZoneList {...row} />);
export const zone = (): Control<string> => input((row) => <ZoneSelect {...row} />);
export const person = (): Control<string> =>
  input(({ id, label, value, readOnly, onChange }) => (
    <UserPicker
      inputId={id}
      label={label}
      value={value === '' ? null : value}
      isDisabled={readOnly}
      onChange={(accountId) => onChange(accountId ?? '')}
    />
  ));
export const people = (): Control<readonly string[]> => group((row) => <PeopleList {...row} />);
export const groups = (): Control<readonly string[]> => group((row) => <GroupList {...row} />);
