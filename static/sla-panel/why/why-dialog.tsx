import { events, view as frame } from '@forge/bridge';
import { useEffect, useMemo, useState } from 'react';
import { cyclesOf } from '../../../src/sla/engine/model/cycles-of';
import type { Cycle, MetricResult } from '../../../src/sla/engine/model';
import { ErrorView } from '../../shared/error-view';
import { formatDate } from '../../shared/dates';
import { localized, t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useTimeStyle } from '../../shared/time-style';
import { useNow } from '../../shared/use-now';
import type { IssueRef } from '../data/issue';
import { SLA_CHANGED, useSla } from '../data/use-sla';
import { lineOf } from '../model/from-report';
import { statusOf } from '../model/status';
import { stepsOf } from '../model/steps';
import { Pick } from './choice';
import { Story } from './story';
import styles from './why.module.css';

interface Props {
  readonly issue: IssueRef;
  /** The SLA to begin with. */
  readonly metricId: string;
}

/** Why the SLAs of a work item stand as they do: one of them, one cycle of it at a time. */
export function WhyDialog({ issue, metricId }: Props) {
  const sla = useSla(issue);
  const now = useNow();
  const { exact } = sla;
  const view = useMemo(() => exact?.(now), [exact, now]);
  const [chosen, setChosen] = useState({ id: metricId, n: 0 });
  useTimeStyle();
  useEscape();
  if (view === undefined) {
    if (sla.error !== null) return <ErrorView error={sla.error} onRetry={sla.refresh} />;
    return <SkeletonLines height={120} count={3} />;
  }
  const lines = view.lines.filter(({ exact }) => exact !== undefined);
  const current = lines.find(({ id }) => id === chosen.id) ?? lines[0];
  if (current?.exact === undefined) return <p className={styles.goal}>{t('sla.none')}</p>;
  const { metric } = current.exact;
  const cycles = cyclesOf(metric);
  const earlier = cycles.find(({ n }) => n === chosen.n && n !== current.exact?.cycle.n);
  const history = view.toldOf(current)?.history;
  const ofCycle = (cycle: Cycle): MetricResult =>
    history === undefined ? metric : { ...metric, events: stepsOf(metric, cycle, history) };
  const line = (earlier && lineOf(ofCycle(earlier), earlier)) ?? current;
  const told = view.toldOf(line);
  if (told === null || line.exact === undefined) return null;
  const { cycle } = line.exact;
  const changed = (): void => {
    sla.refresh();
    void events.emit(SLA_CHANGED);
  };
  return (
    <div className={styles.why}>
      <div className={styles.bar}>
        {lines.length > 1 && (
          <Pick
            className={styles.pick}
            label={t('sla.pick.sla')}
            value={line.id}
            options={lines.map(({ id, name }) => ({ value: id, label: localized(name) }))}
            onChange={(id) => setChosen({ id, n: 0 })}
          />
        )}
        {cycles.length > 1 && (
          <Pick
            className={styles.pick}
            label={t('sla.pick.cycle', { n: cycles.length })}
            value={String(cycle.n)}
            options={cycles.map((each) => ({
              value: String(each.n),
              label: t('sla.cycle', {
                n: each.n,
                state: t(`sla.status.${statusOf(lineOf(metric, each) ?? line)}`),
                from: formatDate(each.startTime),
              }),
            }))}
            onChange={(n) => setChosen({ id: line.id, n: Number(n) })}
          />
        )}
      </div>
      <Story
        line={line}
        exact={{ metric, cycle }}
        told={told}
        sentence={view.sentenceOf(line)}
        issue={issue}
        onChanged={changed}
      />
    </div>
  );
}

/** The product hears Escape only while the focus is outside the dialog's own page. */
function useEscape(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') frame.close().catch(() => undefined);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
