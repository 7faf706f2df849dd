import Textfield from '@atlaskit/textfield';
import type { Holiday, Weekday } from '../../../src/sla/engine/model';
import { todayThere } from '../../shared/dates';
import { locale, t } from '../../shared/i18n';
import { AmountField } from '../../kit/controls/amount-field';
import { Choice } from '../../kit/controls/choice';
import { WEEKDAYS } from './week-editor';

interface Props {
  readonly n: number;
  readonly holiday: Holiday;
  readonly readOnly: boolean;
  readonly onChange: (holiday: Holiday) => void;
}

const KINDS = ['date', 'yearly', 'rule'] as const;
const NTHS = ['1', '2', '3', '4', '5', '-1'] as const;
const MONTHS = Array.from({ length: 12 }, (_, month) => String(month + 1));

/** The same day as another kind, as near as it gets: nothing typed is lost but what the kind has no place for. */
function asKind(kind: Holiday['kind'], holiday: Holiday): Holiday {
  if (kind === holiday.kind) return holiday;
  const { name } = holiday;
  const month = holiday.kind === 'date' ? Number(holiday.date.slice(5, 7)) : holiday.month;
  const day =
    holiday.kind === 'date' ? Number(holiday.date.slice(8)) : holiday.kind === 'yearly' ? holiday.day : 1;
  const pad = (value: number) => String(value).padStart(2, '0');
  switch (kind) {
    case 'date':
      return { kind, date: `${todayThere(Date.now()).slice(0, 4)}-${pad(month)}-${pad(day)}`, name };
    case 'yearly':
      return { kind, month, day, name };
    case 'rule':
      return { kind, month, weekday: 'mon', nth: 1, name };
  }
}

/** When a holiday is: one date, the same date every year, or the nth weekday of a month. */
export function HolidayRow({ n, holiday, readOnly, onChange }: Props) {
  return (
    <>
      <Choice
        label={t('settings.holiday.kind', { n })}
        value={holiday.kind}
        isDisabled={readOnly}
        options={KINDS.map((value) => ({ value, label: t(`settings.holiday.kind.${value}`) }))}
        onChange={(kind) => onChange(asKind(kind, holiday))}
      />
      {holiday.kind === 'date' && (
        <Textfield
          isCompact
          width={150}
          type="date"
          aria-label={t('settings.calendar.holidayDate', { n })}
          value={holiday.date}
          isReadOnly={readOnly}
          onChange={(event) => onChange({ ...holiday, date: event.currentTarget.value })}
        />
      )}
      {holiday.kind === 'yearly' && (
        <AmountField
          isWhole
          width={64}
          min={1}
          max={31}
          label={t('settings.holiday.day', { n })}
          value={holiday.day}
          readOnly={readOnly}
          onChange={(day) => onChange({ ...holiday, day })}
        />
      )}
      {holiday.kind === 'rule' && (
        <>
          <Choice
            label={t('settings.holiday.nth', { n })}
            value={String(holiday.nth) as (typeof NTHS)[number]}
            isDisabled={readOnly}
            options={NTHS.map((value) => ({ value, label: t(`settings.holiday.nth.${value}`) }))}
            onChange={(nth) => onChange({ ...holiday, nth: Number(nth) })}
          />
          <Choice<Weekday>
            label={t('settings.holiday.weekday', { n })}
            value={holiday.weekday}
            isDisabled={readOnly}
            options={WEEKDAYS.map((value) => ({ value, label: t(`settings.day.${value}`) }))}
            onChange={(weekday) => onChange({ ...holiday, weekday })}
          />
        </>
      )}
      {holiday.kind !== 'date' && (
        <Choice
          label={t('settings.holiday.month', { n })}
          value={String(holiday.month)}
          isDisabled={readOnly}
          options={MONTHS.map((value) => ({ value, label: monthName(Number(value)) }))}
          onChange={(month) => onChange({ ...holiday, month: Number(month) })}
        />
      )}
    </>
  );
}

const monthName = (month: number): string =>
  new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 1));
