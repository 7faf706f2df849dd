import type { MetricResult } from '../../src/sla/domain/model';
import { hasText, localized, t } from '../shared/i18n';
import styles from './sla-panel.module.css';

const WHY: Readonly<Record<string, string>> = {
  'the issue is outside the scope': 'scope',
  'no goal matches': 'goal',
  'no date': 'date',
};

const whyText = (why: string | undefined): string => {
  const key = `sla.idle.${WHY[why ?? ''] ?? 'start'}`;
  return hasText(key) ? t(key) : (why ?? '');
};

/** Why some promises don't count here: asked by those who expected one. */
export function IdleMetrics({ metrics }: { readonly metrics: readonly MetricResult[] }) {
  return (
    <details className={styles.idle}>
      <summary>{t('sla.idle.title', { n: metrics.length })}</summary>
      <ul>
        {metrics.map((metric) => (
          <li key={metric.id}>
            <strong>{localized(metric.name)}</strong>: {whyText(metric.notApplicableWhy)}
          </li>
        ))}
      </ul>
    </details>
  );
}
