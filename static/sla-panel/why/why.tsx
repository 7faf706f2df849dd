import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import type { IssueRef } from '../data/issue';
import { ForecastWhy } from '../forecast/forecast-why';
import { goalText, type Replayed } from '../model/explain';
import type { Line } from '../model/line';
import { barOf, stretchesOf } from '../model/timeline';
import { Actions } from './actions';
import { EventList } from './event-list';
import { GroupShares } from './group-shares';
import { StretchTable } from './stretch-table';
import { TimeShares } from './time-shares';
import { TimelineBar } from './timeline-bar';
import styles from './why.module.css';

interface Props {
  readonly line: Line;
  readonly exact: NonNullable<Line['exact']>;
  readonly told: Replayed;
  readonly issue: IssueRef;
  readonly onChanged: () => void;
}

/** The whole story of a promise: the goal, the bar with its table twin, what happened and why, and what can be done. */
export function Why({ line, exact: { metric, cycle }, told, issue, onChanged }: Props) {
  const moved = cycle.originalDueTime !== undefined && cycle.originalDueTime !== cycle.dueTime;
  return (
    <div className={styles.why}>
      <p className={styles.goal}>{goalText(line, told)}</p>
      {moved && (
        <p className={styles.goal}>{t('sla.firstDue', { at: formatDateTime(cycle.originalDueTime ?? 0) })}</p>
      )}
      {line.risk?.agreement !== undefined && (
        <p className={styles.goal}>{t('sla.riskWhy', { agreement: line.risk.agreement })}</p>
      )}
      {cycle.excused !== undefined && (
        <p className={styles.goal}>{t('sla.excusedWhy', { reason: cycle.excused.reason })}</p>
      )}
      <ForecastWhy line={line} told={told} issue={issue} className={styles.goal} />
      <TimelineBar pieces={barOf(cycle, told.now)} />
      <StretchTable stretches={stretchesOf(cycle, told.now)} told={told} />
      <TimeShares metric={metric} cycle={cycle} told={told} />
      <GroupShares metricId={metric.id} cycle={cycle} told={told} issue={issue} />
      <EventList events={metric.events} told={told} />
      {cycle.n > 1 && <p className={styles.goal}>{t('sla.cycles', { n: cycle.n })}</p>}
      <Actions line={line} cycle={cycle} issue={issue} told={told} onChanged={onChanged} />
    </div>
  );
}
