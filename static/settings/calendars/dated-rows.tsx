import Button from '@atlaskit/button/default/button';
import IconButton from '@atlaskit/button/icon/button';
import AddIcon from '@atlaskit/icon/core/add';
import CrossIcon from '@atlaskit/icon/core/cross';
import Textfield from '@atlaskit/textfield';
import type { CalendarException, Holiday } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { replaced, without } from '../../kit/controls/reorder';
import forms from '../../kit/forms.module.css';
import { ProblemsAt } from '../shared/problems-at';
import { HolidayRow } from './holiday-row';
import { LongList } from './long-list';
import { HoursEditor } from './week-editor';

interface HolidayProps {
  readonly holidays: readonly Holiday[];
  readonly readOnly: boolean;
  readonly today: string;
  readonly onChange: (holidays: readonly Holiday[]) => void;
}

/** Whole days off: one date, every year, or by a rule. */
export function HolidaysEditor({ holidays, readOnly, today, onChange }: HolidayProps) {
  return (
    <section>
      <h3 className={forms.heading}>{t('settings.calendar.holidays')}</h3>
      <p className={forms.hint}>{t('settings.calendar.holidaysHint')}</p>
      <LongList
        items={holidays}
        readOnly={readOnly}
        isPast={(holiday) => holiday.kind === 'date' && holiday.date < today}
        onChange={onChange}
        row={(holiday, index) => (
          <ProblemsAt key={index} path={`holidays.${index}`}>
            <div className={forms.row}>
              <HolidayRow
                n={index + 1}
                holiday={holiday}
                readOnly={readOnly}
                onChange={(next) => onChange(replaced(holidays, index, next))}
              />
              <div className={forms.grow}>
                <Textfield
                  isCompact
                  aria-label={t('settings.calendar.holidayName', { n: index + 1 })}
                  value={holiday.name}
                  isReadOnly={readOnly}
                  onChange={(event) =>
                    onChange(replaced(holidays, index, { ...holiday, name: event.currentTarget.value }))
                  }
                />
              </div>
              {!readOnly && (
                <IconButton
                  appearance="subtle"
                  spacing="compact"
                  icon={CrossIcon}
                  label={t('settings.calendar.removeHoliday', { name: holiday.name })}
                  onClick={() => onChange(without(holidays, index))}
                />
              )}
            </div>
          </ProblemsAt>
        )}
      />
      {!readOnly && (
        <Button
          appearance="subtle"
          iconBefore={AddIcon}
          onClick={() => onChange([...holidays, { kind: 'yearly', month: 1, day: 1, name: '' }])}
        >
          {t('settings.calendar.addHoliday')}
        </Button>
      )}
    </section>
  );
}

interface ExceptionProps {
  readonly exceptions: readonly CalendarException[];
  readonly readOnly: boolean;
  readonly today: string;
  readonly onChange: (exceptions: readonly CalendarException[]) => void;
}

/** Dates with their own hours: a short day, a working Saturday. They win over holidays. */
export function ExceptionsEditor({ exceptions, readOnly, today, onChange }: ExceptionProps) {
  return (
    <section>
      <h3 className={forms.heading}>{t('settings.calendar.exceptions')}</h3>
      <p className={forms.hint}>{t('settings.calendar.exceptionsHint')}</p>
      <LongList
        items={exceptions}
        readOnly={readOnly}
        isPast={({ date }) => date < today}
        onChange={onChange}
        row={(exception, index) => (
          <ProblemsAt key={index} path={`exceptions.${index}`}>
            <div className={forms.row}>
              <Textfield
                isCompact
                width={130}
                aria-label={t('settings.calendar.exceptionDate', { n: index + 1 })}
                value={exception.date}
                isReadOnly={readOnly}
                onChange={(event) =>
                  onChange(replaced(exceptions, index, { ...exception, date: event.currentTarget.value }))
                }
              />
              <HoursEditor
                hours={exception.hours}
                label={exception.date}
                readOnly={readOnly}
                onChange={(hours) => onChange(replaced(exceptions, index, { ...exception, hours }))}
              />
              {!readOnly && (
                <IconButton
                  appearance="subtle"
                  spacing="compact"
                  icon={CrossIcon}
                  label={t('settings.calendar.removeException', { date: exception.date })}
                  onClick={() => onChange(without(exceptions, index))}
                />
              )}
            </div>
          </ProblemsAt>
        )}
      />
      {!readOnly && (
        <Button
          appearance="subtle"
          iconBefore={AddIcon}
          onClick={() => onChange([...exceptions, { date: today, hours: [['09:00', '13:00']], name: '' }])}
        >
          {t('settings.calendar.addException')}
        </Button>
      )}
    </section>
  );
}
