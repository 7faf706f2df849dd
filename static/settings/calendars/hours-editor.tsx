import type { Hours } from '../../../src/sla/engine/model';
import { AddButton, type Bound, RemoveButton, TextInput } from '../../kit/controls';
import { replaced, without } from '../../kit/controls/reorder';
import { t } from '../../shared/i18n';
import styles from './calendars.module.css';

const NEW_HOURS: Hours = ['09:00', '17:00'];

interface Props extends Bound<readonly Hours[]> {
  /** The day they are of. */
  readonly label: string;
}

/** A list of `from – to` pairs with a way to add and remove one. */
export function HoursEditor({ value: hours, label, readOnly, onChange }: Props) {
  const end = (index: number, at: 0 | 1) => {
    const [from, to] = hours[index] ?? NEW_HOURS;
    return (
      <TextInput
        isCompact
        width={72}
        label={t(at === 0 ? 'settings.calendar.from' : 'settings.calendar.to', { day: label, n: index + 1 })}
        value={at === 0 ? from : to}
        readOnly={readOnly}
        onChange={(time) => onChange(replaced(hours, index, at === 0 ? [time, to] : [from, time]))}
      />
    );
  };
  return (
    <div className={styles.hours}>
      {hours.length === 0 && <span className={styles.closed}>{t('settings.calendar.closed')}</span>}
      {hours.map((_, index) => (
        <span key={index} className={styles.interval}>
          {end(index, 0)}
          <span aria-hidden="true">–</span>
          {end(index, 1)}
          {!readOnly && (
            <RemoveButton
              label={t('settings.calendar.removeHours', { day: label, n: index + 1 })}
              onClick={() => onChange(without(hours, index))}
            />
          )}
        </span>
      ))}
      {!readOnly && (
        <AddButton
          label={t('settings.calendar.addHoursTo', { day: label })}
          onClick={() => onChange([...hours, NEW_HOURS])}
        >
          {t('settings.calendar.addHours')}
        </AddButton>
      )}
    </div>
  );
}
