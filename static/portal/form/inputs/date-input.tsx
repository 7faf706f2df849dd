import { DateTimePicker } from '@atlaskit/datetime-picker';
import { useState } from 'react';
import { viewer } from '../../../shared/context';
import { readInstant } from '../../../../src/sla/engine/calendar/instant-text';
import { localized, t } from '../../../shared/i18n';
import { instantAtWall, wallTime, zonedText, zoneNote } from '../../../shared/wall-time';
import { useFirstDay } from '../first-day';
import forms from '../../../kit/forms.module.css';
import { DayPicker, readTyped } from './day-picker';
import { TakesTyped } from './takes-typed';
import type { InputProps } from './types';

/** A calendar date, `YYYY-MM-DD`. */
export const DateInput = ({ field, answer, onChange, ...rest }: InputProps) => (
  <DayPicker
    {...rest}
    label={localized(field.label)}
    value={typeof answer === 'string' ? answer : ''}
    onChange={(day) => onChange(day === '' ? null : day)}
  />
);

/** The picker's own reading knows the browser's zone only: what it holds here is the wall clock, and has none. */
function partsOf(value: string, dateValue: string, timeValue: string) {
  const [day, time] = value.split('T');
  return day === undefined || time === undefined
    ? { dateValue, timeValue, zoneValue: '' }
    : { dateValue: day, timeValue: time.slice(0, 5), zoneValue: '' };
}

/** A date and a time on the wall clock of the viewer's zone, which is named; answered as an instant with its offset. */
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
  const firstDay = useFirstDay();
  const at = typeof answer === 'string' ? readInstant(answer) : undefined;
  const isAt = typeof at === 'number';
  const [opened] = useState(() => Date.now());
  const noteId = `${id}-zone`;
  return (
    <TakesTyped>
      <DateTimePicker
        id={id}
        value={isAt ? wallTime(at) : ''}
        parseValue={partsOf}
        locale={viewer().formatLocale}
        isRequired={isRequired}
        isInvalid={isInvalid}
        aria-describedby={[describedBy, noteId].filter(Boolean).join(' ')}
        datePickerProps={{
          label: localized(field.label),
          weekStartDay: firstDay,
          parseInputValue: readTyped,
          placeholder: t('portal.form.pickDate'),
        }}
        timePickerProps={{
          label: localized(field.label),
          timeIsEditable: true,
          placeholder: t('portal.form.pickTime'),
        }}
        clearControlLabel={t('portal.form.clear')}
        onChange={(typed) => {
          const instant = instantAtWall(typed);
          onChange(instant === undefined ? null : zonedText(instant));
        }}
        onBlur={onLeave}
      />
      <span id={noteId} className={forms.note}>
        {zoneNote(isAt ? at : opened)}
      </span>
    </TakesTyped>
  );
}
