import { useId, useMemo, useState } from 'react';
import { replay } from '../../../src/sla/engine';
import { type Answer, answersFor } from '../../../src/sla/engine/report/answerable';
import { type Share, timeByHolder, timeByStatus } from '../../../src/sla/engine/report/breakdown';
import type { Cycle } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useLoad } from '../../shared/use-load';
import { UserName } from '../../shared/user-name';
import { readGroups } from '../data/groups';
import type { IssueRef } from '../data/issue';
import { durationText } from '../model/duration';
import type { Replayed } from '../model/explain';
import { Choice } from './choice';
import { ShareTable } from './share-table';
import styles from './why.module.css';

const BY = ['status', 'assignee', 'group'] as const;

interface Props {
  readonly metricId: string;
  readonly cycle: Cycle;
  readonly told: Replayed;
  readonly issue: IssueRef;
}

/**
 * Where a cycle's time went: per status, per assignee or per team, and who answers for its breach. Teams are read now, and
 * where there are any the history is replayed with them.
 */
export function TimeShares({ metricId, cycle, told, issue }: Props) {
  const { source, history, now, names } = told;
  const { definitions } = source;
  const title = useId();
  const [chosen, setChosen] = useState<(typeof BY)[number]>();
  const { loaded } = useLoad(`${issue.id}:${history.facts.length}`, () => readGroups(issue, source));
  const grouped = loaded.state === 'ready' ? loaded.value : null;
  const regrouped = useMemo(
    () => grouped && replay(definitions, grouped.history, now, { trace: true }),
    [definitions, grouped, now],
  );
  if (loaded.state === 'loading') return <SkeletonLines height={20} count={3} />;
  const report = regrouped ?? told.report;
  const nameOf = (id: string): string => grouped?.names[id] ?? id;
  const metric = report.metrics.find(({ id }) => id === metricId);
  const answers = metric === undefined ? [] : answersFor(definitions, report, metric, nameOf);
  const answer = answers.find((each) => each.cycle === cycle.n);
  const by = chosen ?? answer?.by ?? 'status';
  const shares =
    (by === 'status' ? timeByStatus(report) : timeByHolder(report, by)).find(
      (each) => each.metricId === metricId && each.cycle === cycle.n,
    )?.shares ?? [];
  const holder = (id: string | null): React.ReactNode => {
    if (by === 'status') return id === null ? '–' : (names.statuses[id] ?? id);
    if (by === 'group') return id === null ? t('sla.shares.noGroup') : nameOf(id);
    return id === null ? t('sla.shares.nobody') : <UserName accountId={id} />;
  };
  return (
    <section>
      <h2 id={title} className={styles.title}>
        {t(`sla.shares.${by}`)}
      </h2>
      <Choice
        label={t('sla.shares.by')}
        value={by}
        options={BY.map((value) => ({ value, label: t(`sla.shares.by.${value}`) }))}
        onChange={setChosen}
      />
      {by === 'group' && grouped === null ? (
        <p className={styles.goal}>
          {t(loaded.state === 'error' ? 'sla.shares.groupsUnread' : 'sla.shares.noGroupField')}
        </p>
      ) : (
        <ShareTable
          titleId={title}
          shares={shares}
          dayMs={told.dayMs}
          nameOf={holder}
          noteOf={({ key, breachedHere }) => [
            breachedHere && t('sla.shares.ranOut'),
            answer?.by === by && answer.responsible === key && answerText(answer, told.dayMs),
          ]}
        />
      )}
    </section>
  );
}

/** How far beyond its own agreement whoever answers for a breach went. */
function answerText({ responsible, shares, allowedMs }: Answer, dayMs: number | null): string {
  const held = shares.find(({ key }: Share) => key === responsible)?.runningMs ?? 0;
  if (allowedMs === 0) return t('sla.answers.noAgreement', { time: durationText(held, dayMs) });
  const allowed = durationText(allowedMs, dayMs);
  if (held <= allowedMs) return t('sla.answers.within', { allowed });
  return t('sla.answers.beyond', { time: durationText(held - allowedMs, dayMs), allowed });
}
