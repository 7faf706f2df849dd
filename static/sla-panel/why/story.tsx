import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import type { IssueRef } from '../data/issue';
import { ForecastWhy } from '../forecast/forecast-why';
import { goalText, type Replayed } from '../model/explain';
import type { Line } from '../model/line';
import { idleUpdates, stepsOf } from '../model/steps';
import { Standing } from '../standing';
import { Actions } from './actions';
import { StepList } from './step-list';
import { Timeline } from './timeline';
import { TimeShares } from './time-shares';
import styles from './why.module.css';

interface Props {
  readonly line: Line;
  readonly exact: NonNullable<Line['exact']>;
  readonly told: Replayed;
  /** Why it stands so. */
  readonly sentence: string | null;
  readonly issue: IssueRef;
  readonly onChanged: () => void;
}

/** The whole story of one cycle: how it stands and why, its timeline, what happened, where the time went, what can be done. */
export function Story({ line, exact: { metric, cycle }, told, sentence, issue, onChanged }: Props) {
  const moved = cycle.originalDueTime !== undefined && cycle.originalDueTime !== cycle.dueTime;
  const notes = [
    sentence,
    goalText(line, told),
    moved && t('sla.firstDue', { at: formatDateTime(cycle.originalDueTime ?? 0) }),
    line.risk?.agreement !== undefined && t('sla.riskWhy', { agreement: line.risk.agreement }),
    cycle.excused !== undefined && t('sla.excusedWhy', { reason: cycle.excused.reason }),
  ];
  return (
    <>
      <section className={styles.top}>
        <Standing line={line} dayMs={told.dayMs} heading="h1" />
        {notes.map(
          (note) =>
            note && (
              <p key={note} className={styles.goal}>
                {note}
              </p>
            ),
        )}
        <ForecastWhy line={line} told={told} issue={issue} className={styles.goal} />
        <Actions line={line} cycle={cycle} issue={issue} told={told} onChanged={onChanged} />
      </section>
      <Timeline cycle={cycle} told={told} />
      <div className={styles.columns}>
        <StepList
          breachTime={cycle.breachTime}
          steps={stepsOf(metric, cycle, told.history)}
          updates={idleUpdates(metric, cycle, told.history)}
          told={told}
        />
        <TimeShares metricId={metric.id} cycle={cycle} told={told} issue={issue} />
      </div>
    </>
  );
}
