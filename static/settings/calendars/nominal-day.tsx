import { useState } from 'react';
import type { CalendarDefinition, DurationMs } from '../../../src/sla/engine/model';
import { TextInput } from '../../kit/controls';
import type { Drawn } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { viewer } from '../../shared/context';
import { t } from '../../shared/i18n';
import { averageDayMs, hoursText, readHours } from '../model/nominal-day';

/** What counts where nothing is typed: what the base says, or else the average working day. */
const usualMs = ({ value, whole }: Pick<Props, 'value' | 'whole'>): DurationMs | null =>
  value === undefined ? (whole.nominalDayMs ?? averageDayMs(whole)) : averageDayMs(whole);

interface Props extends Drawn<DurationMs | undefined> {
  /** The calendar with what it takes from its base. */
  readonly whole: CalendarDefinition;
}

/** How long `1bd` is: the average working day unless somebody says otherwise. What is no length is shown as wrong and not taken. */
export function NominalDay({ id, value, whole, readOnly, onChange }: Props) {
  const locale = viewer().formatLocale;
  const [text, setText] = useState(value === undefined ? '' : hoursText(value, locale));
  const usual = usualMs({ value, whole });
  const hours = usual === null ? '' : hoursText(usual, locale);
  return (
    <>
      <TextInput
        id={id}
        width={84}
        placeholder={hours}
        value={text}
        readOnly={readOnly}
        onChange={(typed) => {
          setText(typed);
          const read = readHours(typed, locale);
          if (read !== null) onChange(read);
        }}
      />
      <span className={forms.hint}>
        {usual === null
          ? t('settings.calendar.nominalDayHint')
          : t('settings.calendar.nominalDayAverage', { hours })}
      </span>
      {readHours(text, locale) === null && (
        <span className={forms.error} role="alert">
          {t('finding.BAD_NOMINAL_DAY')}
        </span>
      )}
    </>
  );
}
