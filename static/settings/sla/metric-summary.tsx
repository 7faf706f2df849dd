import { groupsInComments } from '../../../src/sla/engine/history';
import type { MetricDefinition } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { useGroups } from '../../kit/controls/use-groups';
import { metricText, type Surroundings } from '../model/metric-text';
import styles from './metric-summary.module.css';

/** The whole metric in plain words, as it stands in the editor. */
export function MetricSummary({
  metric,
  around,
}: {
  readonly metric: MetricDefinition;
  readonly around: Surroundings;
}) {
  const groupOf = useGroups([...groupsInComments({ metrics: [metric] })]);
  return (
    <section className={styles.summary} aria-label={t('settings.summary.title')}>
      <p>{metricText(metric, { ...around, groupName: (group) => groupOf(group).name })}</p>
    </section>
  );
}
