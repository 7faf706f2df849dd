import { idleText } from '../../../src/sla/engine/words/unmet-text';
import type { MetricResult } from '../../../src/sla/engine/model';
import { localized } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useWords } from './use-words';

/** Why each of these metrics doesn't count here: what its scope, its goals or its start ask for, and what is there instead. */
export function IdleReasons({ metrics }: { readonly metrics: readonly MetricResult[] }) {
  const reasons = metrics.map(({ idle }) => idle);
  const words = useWords(JSON.stringify(reasons), reasons);
  if (words === null) return <SkeletonLines height={20} count={metrics.length} />;
  return (
    <ul>
      {metrics.map((metric) => (
        <li key={metric.id}>
          <strong>{localized(metric.name)}</strong>: {metric.idle && idleText(metric.idle, words)}
        </li>
      ))}
    </ul>
  );
}
