import { lazy, Suspense, useState } from 'react';
import type { MetricResult } from '../../src/sla/engine/model';
import { t } from '../shared/i18n';
import { SkeletonLines } from '../shared/skeleton-lines';
import styles from './sla-panel.module.css';

const IdleReasons = lazy(() =>
  import('./why/idle-reasons').then((module) => ({ default: module.IdleReasons })),
);

/** Why some promises don't count here: asked by those who expected one. */
export function IdleMetrics({ metrics }: { readonly metrics: readonly MetricResult[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.idle} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('sla.idle.title', { n: metrics.length })}</summary>
      {open && (
        <Suspense fallback={<SkeletonLines height={20} count={metrics.length} />}>
          <IdleReasons metrics={metrics} />
        </Suspense>
      )}
    </details>
  );
}
