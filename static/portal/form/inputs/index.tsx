import Textfield from '@atlaskit/textfield';
import { type ComponentType, lazy, Suspense } from 'react';
import type { FieldType, FormField } from '../../../../src/catalog/domain/model';
import { localized } from '../../../shared/i18n';
import { ChoiceInput, hasRadios, MultiChoiceInput, RatingInput, YesNoInput } from './choice-inputs';
import { MeasureInput } from './measure-input';
import { PersonInput } from './person-input';
import { PeopleInput } from './people-input';
import { MultilineInput, TextInput, TimeInput } from './text-inputs';
import type { InputProps } from './types';

const CascadeInput = lazy(() => import('./cascade-input').then((m) => ({ default: m.CascadeInput })));
const LookupInput = lazy(() => import('./lookup-input').then((m) => ({ default: m.LookupInput })));
const FileInput = lazy(() => import('./file-input').then((m) => ({ default: m.FileInput })));
const TableInput = lazy(() => import('./table-input').then((m) => ({ default: m.TableInput })));
const DateInput = lazy(() => import('./date-input').then((m) => ({ default: m.DateInput })));
const DateTimeInput = lazy(() => import('./date-input').then((m) => ({ default: m.DateTimeInput })));

interface Control {
  /** Left out of what asks nothing. */
  readonly Input?: ComponentType<InputProps>;
  /** Whether the input is a group of its own, whose label is a legend. */
  readonly isGroup?: (field: FormField) => boolean;
}

const CONTROLS: Readonly<Record<FieldType, Control>> = {
  text: { Input: TextInput },
  multiline: { Input: MultilineInput },
  email: { Input: TextInput },
  url: { Input: TextInput },
  phone: { Input: TextInput },
  ip: { Input: TextInput },
  secret: { Input: TextInput },
  hidden: { Input: TextInput },
  number: { Input: MeasureInput },
  currency: { Input: MeasureInput },
  computed: {},
  composed: {},
  duration: { Input: MeasureInput },
  yesNo: { Input: YesNoInput, isGroup: () => true },
  choice: { Input: ChoiceInput, isGroup: hasRadios },
  cascade: { Input: CascadeInput, isGroup: () => true },
  multiChoice: { Input: MultiChoiceInput, isGroup: () => true },
  rating: { Input: RatingInput, isGroup: () => true },
  table: { Input: TableInput, isGroup: () => true },
  time: { Input: TimeInput },
  users: { Input: PeopleInput, isGroup: () => true },
  section: {},
  separator: {},
  date: { Input: DateInput },
  dateTime: { Input: DateTimeInput },
  user: { Input: PersonInput },
  group: { Input: LookupInput },
  issue: { Input: LookupInput },
  page: { Input: LookupInput },
  file: { Input: FileInput, isGroup: () => true },
  info: {},
  richText: {},
};

export const isGroup = (field: FormField): boolean => CONTROLS[field.type].isGroup?.(field) ?? false;

/** The input of a field. Pickers are loaded when a form has one; a disabled field of the same height stands in. */
export function FieldInput(props: InputProps) {
  const { Input } = CONTROLS[props.field.type];
  return (
    <Suspense fallback={<Textfield isDisabled aria-busy aria-label={localized(props.field.label)} />}>
      {Input && <Input {...props} />}
    </Suspense>
  );
}
