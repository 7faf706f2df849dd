import Button from '@atlaskit/button/default/button';
import { WEEKDAYS } from '../../../src/sla/engine/calendar/local-date';
import type { CalendarDefinition } from '../../../src/sla/engine/model';
import { type Field, part } from '../../kit/fields';
import { t } from '../../shared/i18n';
import { hoursOf } from '../model/hours-text';
import styles from './calendars.module.css';
import { HoursEditor } from './hours-editor';

interface Props {
  readonly week: Field<CalendarDefinition['week']>;
  /** The calendar that says what this one says nothing of. */
  readonly base?: Pick<CalendarDefinition, 'name' | 'week'> | undefined;
}

/** Working hours per weekday: any number of intervals, past midnight allowed; with a base, own hours or those of the base. */
export function WeekEditor({ week, base }: Props) {
  const button = (text: string, label: string, onClick: () => void) =>
    !week.readOnly && (
      <Button appearance="subtle" spacing="compact" aria-label={label} onClick={onClick}>
        {text}
      </Button>
    );
  return (
    <table className={styles.week}>
      <tbody>
        {WEEKDAYS.map((each) => {
          const hours = part(week, each);
          const day = t(`settings.day.${each}`);
          const inBase = base?.week[each] ?? [];
          const isTaken = base !== undefined && hours.value === undefined;
          return (
            <tr key={each}>
              <th scope="row">{day}</th>
              <td>
                <div className={styles.hours}>
                  {isTaken ? (
                    <>
                      <span className={styles.closed}>
                        {t('settings.calendar.asInBase', { name: base.name, hours: hoursOf(inBase) })}
                      </span>
                      {button(
                        t('settings.calendar.ownHours'),
                        t('settings.calendar.ownHoursOf', { day }),
                        () => hours.onChange(inBase),
                      )}
                    </>
                  ) : (
                    <>
                      <HoursEditor label={day} {...hours} value={hours.value ?? []} />
                      {base !== undefined &&
                        button(t('settings.calendar.asBase'), t('settings.calendar.asBaseOf', { day }), () =>
                          hours.onChange(undefined),
                        )}
                    </>
                  )}
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
