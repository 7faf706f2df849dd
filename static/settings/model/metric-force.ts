import type { Instant, MetricDefinition } from '../../../src/sla/engine/model';

/** In force; retired with cycles under way finishing or cancelled; or not counted at all. */
export type MetricForce = 'active' | 'finish' | 'cancel' | 'off';

export const forceOf = ({ active, retired }: MetricDefinition): MetricForce =>
  active ? (retired?.open ?? 'active') : 'off';

/** Puts a metric in or out of force. One that is retired already keeps its instant when only the rest is changed. */
export function withForce(metric: MetricDefinition, force: MetricForce, now: Instant): MetricDefinition {
  const { retired, ...rest } = metric;
  switch (force) {
    case 'active':
      return { ...rest, active: true };
    case 'finish':
    case 'cancel':
      return { ...rest, active: true, retired: { at: retired?.at ?? now, open: force } };
    case 'off':
      return { ...metric, active: false };
  }
}

/** What is said of it in lists and titles. */
export function forceKey(metric: MetricDefinition): string {
  const force = forceOf(metric);
  if (force === 'active') return 'settings.active';
  return force === 'off' ? 'settings.inactive' : 'settings.metric.isRetired';
}
