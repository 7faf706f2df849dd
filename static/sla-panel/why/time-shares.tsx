import type { Cycle, MetricResult } from '../../../src/sla/engine/model';
import { type Share, timeByHolder, timeByStatus } from '../../../src/sla/engine/report/breakdown';
import { t } from '../../shared/i18n';
import { UserName } from '../../shared/user-name';
import { durationText } from '../model/duration';
import type { Told } from '../model/explain';
import styles from './why.module.css';

interface Props {
  readonly metric: MetricResult;
  readonly cycle: Cycle;
  readonly told: Told;
}

/** Where this cycle's time went: per status and per assignee. */
export function TimeShares({ metric, cycle, told }: Props) {
  const report = { metrics: [metric] };
  const ofCycle = (breakdowns: ReturnType<typeof timeByStatus>): readonly Share[] =>
    breakdowns.find((each) => each.cycle === cycle.n)?.shares ?? [];
  const nobody = t('sla.shares.nobody');
  return (
    <>
      <ShareTable
        caption={t('sla.shares.status')}
        shares={ofCycle(timeByStatus(report))}
        told={told}
        nameOf={(id) => (id === null ? '–' : (told.names.statuses[id] ?? id))}
      />
      <ShareTable
        caption={t('sla.shares.assignee')}
        shares={ofCycle(timeByHolder(report))}
        told={told}
        nameOf={(id) => (id === null ? nobody : <UserName accountId={id} />)}
      />
    </>
  );
}

interface TableProps {
  readonly caption: string;
  readonly shares: readonly Share[];
  readonly told: Told;
  readonly nameOf: (key: string | null) => React.ReactNode;
}

/** Time by one kind of holder, and the share of the goal. */
export function ShareTable({ caption, shares, told, nameOf }: TableProps) {
  if (shares.length === 0) return null;
  const length = (ms: number, dayMs: number | null): string => (ms === 0 ? '–' : durationText(ms, dayMs));
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('sla.shares.counted')}</th>
          <th scope="col">{t('sla.shares.paused')}</th>
          <th scope="col">{t('sla.shares.ofGoal')}</th>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ key, runningMs, pausedMs, percentOfTarget, breachedHere }) => (
          <tr key={key ?? ''}>
            <th scope="row" className={styles.holder}>
              {nameOf(key)}
              {breachedHere && <div className={styles.cause}>{t('sla.shares.ranOut')}</div>}
            </th>
            <td>{length(runningMs, told.dayMs)}</td>
            <td>{length(pausedMs, null)}</td>
            <td>
              {percentOfTarget === null ? '–' : t('sla.shares.percent', { n: Math.floor(percentOfTarget) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
