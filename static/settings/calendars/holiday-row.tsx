import { WEEKDAYS } from '../../../src/sla/engine/calendar/local-date';
import type { Holiday } from '../../../src/sla/engine/model';
import { AmountField, Choice, OneOf, TextInput } from '../../kit/controls';
import { type Field, part, seenAs } from '../../kit/fields';
import { todayThere } from '../../shared/dates';
import { locale, t } from '../../shared/i18n';

interface Props {
  readonly n: number;
  readonly of: Field<Holiday>;
}

const KINDS = ['date', 'yearly', 'rule'] as const;
const NTHS = ['1', '2', '3', '4', '5', '-1'] as const;

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
export function HolidayRow({ n, of }: Props) {
  const { value: holiday } = of;
  return (
    <>
      <OneOf
        words="settings.holiday.kind"
        params={{ n }}
        values={KINDS}
        {...seenAs(of, ({ kind }) => kind, asKind)}
      />
      {holiday.kind === 'date' && (
        <TextInput
          isCompact
          type="date"
          width={150}
          label={t('settings.calendar.holidayDate', { n })}
          {...part({ ...of, value: holiday }, 'date')}
        />
      )}
      {holiday.kind === 'yearly' && (
        <AmountField
          isWhole
          width={64}
          min={1}
          max={31}
          label={t('settings.holiday.day', { n })}
          {...part({ ...of, value: holiday }, 'day')}
        />
      )}
      {holiday.kind === 'rule' && <NthWeekday n={n} of={{ ...of, value: holiday }} />}
      {holiday.kind !== 'date' && (
        <Choice
          label={t('settings.holiday.month', { n })}
          options={monthNames()}
          {...seenAs(part({ ...of, value: holiday }, 'month'), String, Number)}
        />
      )}
    </>
  );
}

interface RuleProps {
  readonly n: number;
  readonly of: Field<Extract<Holiday, { kind: 'rule' }>>;
}

function NthWeekday({ n, of }: RuleProps) {
  return (
    <>
      <OneOf<string>
        words="settings.holiday.nth"
        params={{ n }}
        values={NTHS}
        {...seenAs(part(of, 'nth'), String, Number)}
      />
      <OneOf
        words="settings.day"
        label={t('settings.holiday.weekday', { n })}
        values={WEEKDAYS}
        {...part(of, 'weekday')}
      />
    </>
  );
}

function monthNames() {
  const names = new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => ({
    value: String(month + 1),
    label: names.format(Date.UTC(2024, month, 1)),
  }));
}
