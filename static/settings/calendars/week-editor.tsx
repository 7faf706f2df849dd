import Button from '@atlaskit/button/default/button';
import IconButton from '@atlaskit/button/icon/button';
import AddIcon from '@atlaskit/icon/core/add';
import CrossIcon from '@atlaskit/icon/core/cross';
import Textfield from '@atlaskit/textfield';
import type { CalendarDefinition, Hours, Weekday } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { replaced, without } from '../../kit/controls/reorder';
import styles from './calendars.module.css';

export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const NEW_HOURS: Hours = ['09:00', '17:00'];

interface Props {
  readonly week: CalendarDefinition['week'];
  /** The calendar that says what this one says nothing of. */
  readonly base?: Pick<CalendarDefinition, 'name' | 'week'> | undefined;
  readonly readOnly: boolean;
  readonly onChange: (week: CalendarDefinition['week']) => void;
}

/** Working hours per weekday: any number of intervals, past midnight allowed; with a base, own hours or those of the base. */
export function WeekEditor({ week, base, readOnly, onChange }: Props) {
  const change = (day: Weekday, hours: readonly Hours[]) => onChange({ ...week, [day]: hours });
  const takeFromBase = (day: Weekday) => {
    const { [day]: _own, ...others } = week;
    onChange(others);
  };
  return (
    <table className={styles.week}>
      <caption className={styles.caption}>{t('settings.calendar.week')}</caption>
      <tbody>
        {WEEKDAYS.map((day) => (
          <tr key={day}>
            <th scope="row">{t(`settings.day.${day}`)}</th>
            <td>
              {base !== undefined && week[day] === undefined ? (
                <InheritedHours
                  base={base}
                  day={day}
                  readOnly={readOnly}
                  onOwn={() => change(day, base.week[day] ?? [])}
                />
              ) : (
                <HoursEditor
                  hours={week[day] ?? []}
                  label={t(`settings.day.${day}`)}
                  readOnly={readOnly}
                  onChange={(hours) => change(day, hours)}
                  onReset={base && (() => takeFromBase(day))}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface InheritedProps {
  readonly base: Pick<CalendarDefinition, 'name' | 'week'>;
  readonly day: Weekday;
  readonly readOnly: boolean;
  readonly onOwn: () => void;
}

/** The hours of a weekday as the base has them, and a way to give it its own. */
function InheritedHours({ base, day, readOnly, onOwn }: InheritedProps) {
  const hours = (base.week[day] ?? []).map(([from, to]) => `${from}–${to}`).join(', ');
  return (
    <div className={styles.hours}>
      <span className={styles.closed}>
        {t('settings.calendar.asInBase', {
          name: base.name,
          hours: hours === '' ? t('settings.calendar.closed') : hours,
        })}
      </span>
      {!readOnly && (
        <Button
          appearance="subtle"
          spacing="compact"
          onClick={onOwn}
          aria-label={t('settings.calendar.ownHoursOf', { day: t(`settings.day.${day}`) })}
        >
          {t('settings.calendar.ownHours')}
        </Button>
      )}
    </div>
  );
}

interface HoursProps {
  readonly hours: readonly Hours[];
  readonly label: string;
  readonly readOnly: boolean;
  readonly onChange: (hours: readonly Hours[]) => void;
  /** Only where there is a base to go back to. */
  readonly onReset?: (() => void) | undefined;
}

/** A list of `from – to` pairs with a way to add and remove one. */
export function HoursEditor({ hours, label, readOnly, onChange, onReset }: HoursProps) {
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
      {!readOnly && onReset && (
        <Button
          appearance="subtle"
          spacing="compact"
          onClick={onReset}
          aria-label={t('settings.calendar.asBaseOf', { day: label })}
        >
          {t('settings.calendar.asBase')}
        </Button>
      )}
    </div>
  );
}
