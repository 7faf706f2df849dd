import { useMemo } from 'react';
import { answersFor } from '../../../src/sla/engine/report/answerable';
import { timeByHolder } from '../../../src/sla/engine/report/breakdown';
import { replay } from '../../../src/sla/engine';
import type { Cycle } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useLoad } from '../../shared/use-load';
import { readGroups } from '../data/groups';
import type { IssueRef } from '../data/issue';
import type { Replayed } from '../model/explain';
import { Answers } from './answers';
import { ShareTable } from './time-shares';
import styles from './why.module.css';

interface Props {
  readonly metricId: string;
  readonly cycle: Cycle;
  readonly told: Replayed;
  readonly issue: IssueRef;
}

/** Where the time went per team or group, and who answers for breaches. They are read now, and the history replayed with them. */
export function GroupShares({ metricId, cycle, told, issue }: Props) {
  const { history, definitions, now } = told;
  const { loaded } = useLoad(`${issue.id}:${history.facts.length}`, () =>
    readGroups(issue, history, definitions),
  );
  const grouped = loaded.state === 'ready' ? loaded.value : null;
  const report = useMemo(
    () => replay(definitions, grouped?.history ?? history, now, { trace: true }),
    [definitions, grouped, history, now],
  );
  if (loaded.state === 'loading') return <SkeletonLines height={20} count={2} />;
  const shares = timeByHolder(report, 'group').find(
    (each) => each.metricId === metricId && each.cycle === cycle.n,
  );
  const metric = report.metrics.find(({ id }) => id === metricId);
  const nameOf = (id: string): string => grouped?.names[id] ?? id;
  return (
    <>
      {loaded.state === 'error' && <p className={styles.goal}>{t('sla.shares.groupsUnread')}</p>}
      {loaded.state === 'ready' && grouped === null && (
        <p className={styles.goal}>{t('sla.shares.noGroupField')}</p>
      )}
      {grouped !== null && (
        <ShareTable
          caption={t('sla.shares.group')}
          shares={shares?.shares ?? []}
          told={told}
          nameOf={(id) => (id === null ? t('sla.shares.noGroup') : nameOf(id))}
        />
      )}
      {metric !== undefined && loaded.state === 'ready' && (
        <Answers answers={answersFor(definitions, report, metric, nameOf)} told={told} nameOf={nameOf} />
      )}
    </>
  );
}
