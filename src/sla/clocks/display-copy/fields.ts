/** What the read-only Jira fields show of a display copy. */
import type { SlaFieldName } from '../../../kernel/names';
import type { SlaPropertyMetric } from '../domain/property';
import { isoSecond } from './iso-second';
import type { PropertyValues } from './property';

/** A value for each field; `null` empties it. */
export type FieldValues = Readonly<Record<SlaFieldName, string | number | null>>;

const STATES: Readonly<Record<PropertyValues['state'], string | null>> = {
  breached: 'Breached',
  running: 'Running',
  paused: 'Paused',
  met: 'Met',
  cancelled: 'Cancelled',
  notStarted: 'Not started',
  none: null,
};

const MINUTE_MS = 60_000;

/**
 * The fields of a display copy. `nextDue` is the earliest due time of a clock that has not stopped, passed or not: a
 * list sorted by it has what is overdue first, whether or not anybody has touched the issue since. `nextBreach` is when
 * the next clock will be breached, its grace included: what has passed in it is late. `remaining` is in
 * whole minutes of working time (rounded down) and empty while a clock runs, as it would be wrong a minute later.
 */
export function fieldsOf(values: PropertyValues): FieldValues {
  const metrics = Object.values(values.metrics);
  const ongoing = metrics.filter(({ state }) => state === 'RUNNING' || state === 'PAUSED');
  const dues = ongoing.flatMap(({ due }) => due ?? []).sort();
  return {
    nextDue: dues[0] === undefined ? null : isoSecond(Date.parse(dues[0])),
    nextBreach: values.nextDue ?? null,
    remaining: values.running === 'yes' ? null : leastMinutes(ongoing.length > 0 ? ongoing : metrics),
    state: STATES[values.state],
    met: metOf(values, metrics),
  };
}

const leastMinutes = (metrics: readonly SlaPropertyMetric[]): number | null => {
  const left = metrics.flatMap(({ remainingMs }) => remainingMs ?? []);
  return left.length === 0 ? null : Math.floor(Math.min(...left) / MINUTE_MS);
};

/** Breached as soon as one is; met once all that started have ended and none is. */
const metOf = ({ state }: PropertyValues, metrics: readonly SlaPropertyMetric[]): string | null => {
  if (state === 'breached') return 'Breached';
  const open = metrics.some((metric) => metric.state === 'RUNNING' || metric.state === 'PAUSED');
  return state === 'met' && !open ? 'Met' : null;
};
