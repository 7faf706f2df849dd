import type { MetricDefinition } from '../../../src/sla/engine/model';
import { metricLines, type Surroundings } from '../model/metric-text';
import styles from './sla.module.css';

interface Props {
  readonly metric: MetricDefinition;
  readonly around: Surroundings;
}

/** The whole metric in plain words, line by line. */
export const MetricLines = ({ metric, around }: Props) => (
  <dl className={styles.lines}>
    {metricLines(metric, around).map(({ label, text }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
);
