import { useMemo } from 'react';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import type { Replayed } from '../model/explain';
import { EXTEND_FROM, extendedDue, type ExtendFrom as From } from './extended-due';
import styles from './why.module.css';

interface Props {
  readonly metricId: string;
  readonly ms: number;
  readonly from: From;
  readonly told: Replayed;
  readonly onChange: (from: From) => void;
}

/** From when an extension counts, and the due time that would follow. */
export function ExtendFrom({ metricId, ms, from, told, onChange }: Props) {
  const due = useMemo(() => extendedDue(told, metricId, ms, from), [told, metricId, ms, from]);
  return (
    <>
      <label>
        {t('sla.act.from')}
        <select
          className={styles.select}
          value={from}
          onChange={(event) =>
            onChange(EXTEND_FROM.find((each) => each === event.currentTarget.value) ?? 'target')
          }
        >
          {EXTEND_FROM.map((each) => (
            <option key={each} value={each}>
              {t(`sla.act.from.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {due !== null && (
        <p className={styles.hint} role="status">
          {t(due.ifResumed ? 'sla.act.newDueIfResumed' : 'sla.act.newDue', { at: formatDateTime(due.at) })}
        </p>
      )}
    </>
  );
}
