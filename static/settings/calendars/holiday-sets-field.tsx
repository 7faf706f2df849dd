import { yearWithoutHolidays } from '../../../src/sla/definitions/domain';
import type { CalendarDefinition, HolidaySet } from '../../../src/sla/engine/model';
import { todayThere } from '../../shared/dates';
import { t } from '../../shared/i18n';
import forms from '../../kit/forms.module.css';
import { ValueList } from '../../kit/controls/value-list';
import { NextYear } from './next-year';

interface Props {
  readonly calendar: CalendarDefinition;
  /** With what it takes from its base. */
  readonly whole: CalendarDefinition;
  readonly holidaySets: readonly HolidaySet[];
  readonly readOnly: boolean;
  readonly now: number;
  readonly onChange: (change: Partial<CalendarDefinition>) => void;
  readonly onImport: () => void;
}

/** The shared sets a calendar uses, and whether it has next year's holidays. */
export function HolidaySetsField(props: Props) {
  const { calendar, whole, holidaySets, readOnly, now, onChange, onImport } = props;
  const attached = holidaySets.filter(({ id }) => calendar.holidaySetIds.includes(id));
  const missing = yearWithoutHolidays(
    [...calendar.holidays, ...attached.flatMap(({ holidays }) => holidays)],
    now,
  );
  const behind = attached.filter(({ holidays }) => yearWithoutHolidays(holidays, now) !== null);
  return (
    <section>
      <h3 className={forms.heading}>{t('settings.calendar.holidaySets')}</h3>
      <p className={forms.hint}>
        {t(
          holidaySets.length === 0
            ? 'settings.calendar.holidaySetsNone'
            : 'settings.calendar.holidaySetsHint',
        )}
      </p>
      <ValueList
        label={t('settings.calendar.holidaySets')}
        options={holidaySets.map(({ id, name }) => ({ value: id, label: name }))}
        values={calendar.holidaySetIds}
        readOnly={readOnly}
        onChange={(holidaySetIds) => onChange({ holidaySetIds })}
      />
      {missing !== null && !readOnly && calendar.holidays.length > 0 && (
        <NextYear
          year={missing}
          holidays={calendar.holidays}
          source={calendar.holidaySource}
          hours={whole}
          onAdd={(holidays, exceptions) =>
            onChange({ holidays, exceptions: [...calendar.exceptions, ...exceptions] })
          }
          onImport={onImport}
        />
      )}
      {behind.map(({ id, name }) => (
        <p key={id} className={forms.hint}>
          {t('settings.nextYear.inSet', { name, year: String(Number(todayThere(now).slice(0, 4)) + 1) })}
        </p>
      ))}
    </section>
  );
}
