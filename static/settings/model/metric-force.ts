import type { Instant, MetricDefinition } from '../../../src/sla/domain/model';

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

const pad = (n: number): string => String(n).padStart(2, '0');

/** An instant for a `datetime-local` input, in the zone of the browser. */
export function instantInput(instant: Instant | undefined): string {
  if (instant === undefined) return '';
  const date = new Date(instant);
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** Reads what such an input holds; null when it is empty. */
export function readInstant(text: string): Instant | null {
  const instant = new Date(text).getTime();
  return Number.isNaN(instant) ? null : instant;
}
