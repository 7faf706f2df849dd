import { DatePicker, DateTimePicker } from '@atlaskit/datetime-picker';
import { viewer } from '../../../shared/context';
import { localized, t } from '../../../shared/i18n';
import type { InputProps } from './types';

/** Monday begins the week wherever Pledge speaks its languages. */
const MONDAY = 1;

/** A calendar date, `YYYY-MM-DD`. */
export function DateInput({
  id,
  field,
  answer,
  isRequired,
  isInvalid,
  describedBy,
  onChange,
  onLeave,
}: InputProps) {
  return (
    <DatePicker
      id={id}
      label={localized(field.label)}
      value={typeof answer === 'string' ? answer : ''}
      placeholder={t('portal.form.pickDate')}
      locale={viewer().formatLocale}
      weekStartDay={MONDAY}
      isRequired={isRequired}
      isInvalid={isInvalid}
      aria-describedby={describedBy}
      shouldShowCalendarButton
      openCalendarLabel={t('portal.form.openCalendar')}
      onChange={(date) => onChange(date === '' ? null : date)}
      onBlur={onLeave}
    />
  );
}

/** A date and a time in the browser's zone, sent as an instant. */
export function DateTimeInput({
  id,
  field,
  answer,
  isRequired,
  isInvalid,
  describedBy,
  onChange,
  onLeave,
}: InputProps) {
  return (
    <DateTimePicker
      id={id}
      value={typeof answer === 'string' ? answer : ''}
      locale={viewer().formatLocale}
      isRequired={isRequired}
      isInvalid={isInvalid}
      aria-describedby={describedBy}
      datePickerProps={{ label: localized(field.label), weekStartDay: MONDAY }}
      timePickerProps={{ label: localized(field.label), timeIsEditable: true }}
      clearControlLabel={t('portal.form.clear')}
      onChange={(moment) => onChange(moment === '' ? null : moment)}
      onBlur={onLeave}
    />
  );
}
