import { useState } from 'react';
import type { CalendarException, Holiday } from '../../../src/sla/engine/model';
import { Choice } from '../../kit/controls';
import forms from '../../kit/forms.module.css';
import { locale, t } from '../../shared/i18n';
import { closedDays } from '../model/closed-days';
import styles from './calendars.module.css';

interface Props {
  /** The calendar's own and those of its sets. */
  readonly holidays: readonly Holiday[];
  readonly exceptions: readonly CalendarException[];
  readonly today: string;
}

/** The year's days off and special days, month by month; this year's or the next. */
export function YearView({ holidays, exceptions, today }: Props) {
  const thisYear = Number(today.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const monthName = new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' });
  const days = closedDays({ holidays, exceptions }, year);
  return (
    <>
      <Choice
        label={t('settings.calendar.yearShown')}
        value={String(year)}
        options={[thisYear, thisYear + 1].map((each) => ({ value: String(each), label: String(each) }))}
        onChange={(next) => setYear(Number(next))}
      />
      {days.length === 0 && <p className={forms.hint}>{t('settings.calendar.yearEmpty')}</p>}
      <ul className={styles.months}>
        {Array.from({ length: 12 }, (_, month) => {
          const ofMonth = days.filter((day) => Number(day.date.slice(5, 7)) === month + 1);
          if (ofMonth.length === 0) return null;
          return (
            <li key={month} className={styles.month}>
              <h4>{monthName.format(Date.UTC(year, month, 1))}</h4>
              <ul>
                {ofMonth.map((day) => (
                  <li key={`${day.date}${day.name}`}>
                    {Number(day.date.slice(8))} {day.name}
                    {day.hours === null ? '' : ` (${day.hours})`}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </>
  );
}
