import { useMemo } from 'react';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import type { Replayed } from '../model/explain';
import { Pick } from './choice';
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
      <Pick
        label={t('sla.act.from')}
        value={from}
        options={EXTEND_FROM.map((value) => ({ value, label: t(`sla.act.from.${value}`) }))}
        onChange={onChange}
      />
      {due !== null && (
        <p className={styles.hint} role="status">
          {t(due.ifResumed ? 'sla.act.newDueIfResumed' : 'sla.act.newDue', { at: formatDateTime(due.at) })}
        </p>
      )}
    </>
  );
}
