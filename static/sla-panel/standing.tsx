import { formatDateTime, zoneLabel, zonesDiffer } from '../shared/dates';
import { localized, t } from '../shared/i18n';
import type { Line } from './model/line';
import { remainingText } from './model/remaining';
import { riskText } from './model/risk';
import { statusOf } from './model/status';
import { StateIcon } from './state-icon';
import { StatusLozenge } from './status-lozenge';
import styles from './standing.module.css';

interface Props {
  readonly line: Line;
  /** A working day of its calendar; null until Jira's history is read. */
  readonly dayMs: number | null;
  readonly heading: 'h1' | 'h2';
}

/** How an SLA stands: its name and state, what is left, when it is due, and what puts it at risk. */
export function Standing({ line, dayMs, heading: Heading }: Props) {
  const status = statusOf(line);
  const remaining = remainingText(line, dayMs);
  return (
    <>
      <div className={styles.head}>
        <StateIcon status={status} />
        <Heading className={styles.name}>{localized(line.name)}</Heading>
        <StatusLozenge status={status} />
      </div>
      <p className={styles.facts}>
        {remaining !== null && <strong className={styles.remaining}>{remaining}</strong>}
        <Due line={line} />
      </p>
      {line.risk !== undefined && <p className={styles.risk}>{riskText(line.risk)}</p>}
    </>
  );
}

function Due({ line }: { readonly line: Line }) {
  const moment = line.state === 'met' || line.state === 'missed' ? line.stopped : line.due;
  const ifResumed = line.state === 'paused' ? line.exact?.cycle.dueIfResumedNow : undefined;
  if (moment === undefined && ifResumed !== undefined) {
    return <span className={styles.due}>{t('sla.dueIfResumed', { at: formatDateTime(ifResumed) })}</span>;
  }
  if (moment === undefined) return null;
  const key = line.state === 'met' || line.state === 'missed' ? 'sla.finishedAt' : 'sla.due';
  return (
    <span className={styles.due}>
      <time dateTime={new Date(moment).toISOString()}>{t(key, { at: formatDateTime(moment) })}</time>
      {key === 'sla.due' && zonesDiffer(moment, line.zone) && (
        <span className={styles.there}>
          {t('sla.there', { at: formatDateTime(moment, line.zone), zone: zoneLabel(line.zone, moment) })}
        </span>
      )}
    </span>
  );
}
