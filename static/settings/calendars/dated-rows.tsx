import type { CalendarException, Holiday } from '../../../src/sla/engine/model';
import { TextInput } from '../../kit/controls';
import { type Field, part } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { HolidayRow } from './holiday-row';
import { HoursEditor } from './hours-editor';
import { LongList } from './long-list';

interface HolidayProps {
  readonly holidays: Field<readonly Holiday[]>;
  readonly today: string;
}

/** Whole days off: one date, every year, or by a rule. */
export const HolidaysEditor = ({ holidays, today }: HolidayProps) => (
  <LongList<Holiday>
    of={holidays}
    isPast={(holiday) => holiday.kind === 'date' && holiday.date < today}
    adds={t('settings.calendar.addHoliday')}
    make={() => ({ kind: 'yearly', month: 1, day: 1, name: '' })}
    removes={({ name }) => t('settings.calendar.removeHoliday', { name })}
    row={(holiday, n) => (
      <>
        <HolidayRow n={n} of={holiday} />
        <div className={forms.grow}>
          <TextInput isCompact label={t('settings.calendar.holidayName', { n })} {...part(holiday, 'name')} />
        </div>
      </>
    )}
  />
);

interface ExceptionProps {
  readonly exceptions: Field<readonly CalendarException[]>;
  readonly today: string;
}

/** Dates with their own hours: a short day, a working Saturday. They win over holidays. */
export const ExceptionsEditor = ({ exceptions, today }: ExceptionProps) => (
  <LongList<CalendarException>
    of={exceptions}
    isPast={({ date }) => date < today}
    adds={t('settings.calendar.addException')}
    make={() => ({ date: today, hours: [['09:00', '13:00']], name: '' })}
    removes={({ date }) => t('settings.calendar.removeException', { date })}
    row={(exception, n) => (
      <>
        <TextInput
          isCompact
          type="date"
          width={150}
          label={t('settings.calendar.exceptionDate', { n })}
          {...part(exception, 'date')}
        />
        <HoursEditor label={exception.value.date} {...part(exception, 'hours')} />
        <div className={forms.grow}>
          <TextInput
            isCompact
            label={t('settings.calendar.exceptionName', { n })}
            {...part(exception, 'name')}
          />
        </div>
      </>
    )}
  />
);
