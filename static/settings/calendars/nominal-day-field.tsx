import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { CalendarDefinition } from '../../../src/sla/engine/model';
import { viewer } from '../../shared/context';
import { t } from '../../shared/i18n';
import { averageDayMs, hoursText, readHours } from '../model/nominal-day';
import { LabelledField } from '../../kit/controls/labelled-field';

interface Props {
  readonly calendar: CalendarDefinition;
  /** With what it takes from its base: whose average working day counts. */
  readonly average: CalendarDefinition;
  readonly readOnly: boolean;
  readonly onChange: (change: Pick<CalendarDefinition, 'nominalDayMs'>) => void;
}

/** How long `1bd` is: the average working day unless somebody says otherwise. What is no length is shown as wrong and not taken. */
export function NominalDayField({ calendar, average: whole, readOnly, onChange }: Props) {
  const { nominalDayMs } = calendar;
  const locale = viewer().formatLocale;
  const [text, setText] = useState(nominalDayMs === undefined ? '' : hoursText(nominalDayMs, locale));
  const average =
    calendar.nominalDayMs === undefined ? (whole.nominalDayMs ?? averageDayMs(whole)) : averageDayMs(whole);
  const isWrong = readHours(text, locale) === null;
  return (
    <LabelledField
      id="calendar-nominal-day"
      label={t('settings.calendar.nominalDay')}
      hint={
        average === null
          ? t('settings.calendar.nominalDayHint')
          : t('settings.calendar.nominalDayAverage', { hours: hoursText(average, locale) })
      }
      error={isWrong ? t('finding.BAD_NOMINAL_DAY') : undefined}
    >
      <Textfield
        id="calendar-nominal-day"
        width={84}
        inputMode="decimal"
        placeholder={average === null ? '' : hoursText(average, locale)}
        value={text}
        isReadOnly={readOnly}
        isInvalid={isWrong}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setText(typed);
          const read = readHours(typed, locale);
          if (read !== null) onChange({ nominalDayMs: read });
        }}
      />
    </LabelledField>
  );
}
