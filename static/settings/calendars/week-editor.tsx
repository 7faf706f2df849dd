import Button from '@atlaskit/button/default/button';
import IconButton from '@atlaskit/button/icon/button';
import AddIcon from '@atlaskit/icon/core/add';
import CrossIcon from '@atlaskit/icon/core/cross';
import Textfield from '@atlaskit/textfield';
import type { CalendarDefinition, Hours, Weekday } from '../../../src/sla/domain/model';
import { t } from '../../shared/i18n';
import { replaced, without } from '../model/reorder';
import styles from './calendars.module.css';

export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const NEW_HOURS: Hours = ['09:00', '17:00'];

interface Props {
  readonly week: CalendarDefinition['week'];
  readonly readOnly: boolean;
  readonly onChange: (week: CalendarDefinition['week']) => void;
}

/** Working hours per weekday: any number of intervals, past midnight allowed. */
export function WeekEditor({ week, readOnly, onChange }: Props) {
  const change = (day: Weekday, hours: readonly Hours[]) => onChange({ ...week, [day]: hours });
  return (
    <table className={styles.week}>
      <caption className={styles.caption}>{t('settings.calendar.week')}</caption>
      <tbody>
        {WEEKDAYS.map((day) => (
          <tr key={day}>
            <th scope="row">{t(`settings.day.${day}`)}</th>
            <td>
              <HoursEditor
                hours={week[day] ?? []}
                label={t(`settings.day.${day}`)}
                readOnly={readOnly}
                onChange={(hours) => change(day, hours)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HoursProps {
  readonly hours: readonly Hours[];
  readonly label: string;
  readonly readOnly: boolean;
  readonly onChange: (hours: readonly Hours[]) => void;
}

/** A list of `from – to` pairs with a way to add and remove one. */
export function HoursEditor({ hours, label, readOnly, onChange }: HoursProps) {
  return (
    <div className={styles.hours}>
      {hours.length === 0 && <span className={styles.closed}>{t('settings.calendar.closed')}</span>}
      {hours.map(([from, to], index) => (
        <span key={index} className={styles.interval}>
          <Textfield
            isCompact
            width={72}
            aria-label={t('settings.calendar.from', { day: label, n: index + 1 })}
            value={from}
            isReadOnly={readOnly}
            onChange={(event) => onChange(replaced(hours, index, [event.currentTarget.value, to]))}
          />
          <span aria-hidden="true">–</span>
          <Textfield
            isCompact
            width={72}
            aria-label={t('settings.calendar.to', { day: label, n: index + 1 })}
            value={to}
            isReadOnly={readOnly}
            onChange={(event) => onChange(replaced(hours, index, [from, event.currentTarget.value]))}
          />
          {!readOnly && (
            <IconButton
              appearance="subtle"
              spacing="compact"
              icon={CrossIcon}
              label={t('settings.calendar.removeHours', { day: label, n: index + 1 })}
              onClick={() => onChange(without(hours, index))}
            />
          )}
        </span>
      ))}
      {!readOnly && (
        <Button
          appearance="subtle"
          spacing="compact"
          iconBefore={AddIcon}
          onClick={() => onChange([...hours, NEW_HOURS])}
          aria-label={t('settings.calendar.addHoursTo', { day: label })}
        >
          {t('settings.calendar.addHours')}
        </Button>
      )}
    </div>
  );
}
