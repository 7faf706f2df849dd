import { formatDateTime } from '../../shared/dates';
import { localized, t } from '../../shared/i18n';
import { IssueLink } from '../../shared/issue-link';
import { shortText } from '../../sla-panel/forecast/words';
import { reasonText } from '../../sla-panel/model/reason';
import { remainingText } from '../../sla-panel/model/remaining';
import { riskText } from '../../sla-panel/model/risk';
import { statusOf } from '../../sla-panel/model/status';
import { StatusLozenge } from '../../sla-panel/status-lozenge';
import type { Clock } from './model/clock';
import styles from './clock-table.module.css';

/** One clock: on which work item, how it stands, what is left, and with whom. */
export function ClockRow({ clock }: { readonly clock: Clock }) {
  const { row, line, dayMs } = clock;
  return (
    <tr>
      <td className={styles.item}>
        <IssueLink issueKey={row.issueKey}>
          <span className={styles.key}>{row.issueKey}</span> {row.summary}
        </IssueLink>
      </td>
      <td className={styles.metric}>{localized(row.metricName)}</td>
      <td className={styles.state}>
        <StatusLozenge status={statusOf(line)} />
        {line.risk !== undefined && <div className={styles.sub}>{riskText(line.risk)}</div>}
        {row.forecast !== undefined && !line.breached && (
          <div className={styles.sub}>
            <strong className={styles.likely}>{t('sla.forecast.likely')}</strong>{' '}
            {shortText(row.forecast, dayMs)}
          </div>
        )}
        {row.pauseReason !== undefined && <div className={styles.sub}>{reasonText(row.pauseReason)}</div>}
      </td>
      <td className={styles.time}>
        <div className={styles.left}>{remainingText(line, dayMs)}</div>
        <div className={styles.sub}>
          <When clock={clock} />
        </div>
      </td>
      <td className={styles.who}>
        {row.assignee?.name ?? t('portal.board.unassigned')}
        <div className={styles.sub}>{row.team ?? row.space.name}</div>
      </td>
    </tr>
  );
}

/** When it is due, or since when it stands still; off hours, when counting goes on. */
function When({ clock: { line } }: { readonly clock: Clock }) {
  const { due, pausedSince, resumesAt } = line;
  if (due === undefined) {
    return pausedSince === undefined
      ? null
      : t('portal.board.pausedSince', { at: formatDateTime(pausedSince) });
  }
  return (
    <>
      <time dateTime={new Date(due).toISOString()}>{t('sla.due', { at: formatDateTime(due) })}</time>
      {resumesAt !== undefined && <div>{t('portal.board.resumes', { at: formatDateTime(resumesAt) })}</div>}
    </>
  );
}
