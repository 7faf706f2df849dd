/** A metric's result as the requester sees it. */
import type { PromiseView } from './domain/promise-answer';
import type { Cycle, MetricDefinition, MetricResult, TimelineEvent } from '../engine/model';
import { shownCycle } from './display-copy/shown-cycle';

type Visibility = MetricDefinition['visibility'];

const stateOf = ({ state, breached }: MetricResult): PromiseView['state'] => {
  switch (state) {
    case 'RUNNING':
      return breached ? 'late' : 'running';
    case 'PAUSED':
      return breached ? 'late' : 'paused';
    case 'MET':
      return 'kept';
    case 'BREACHED_STOPPED':
      return 'broken';
    case 'CANCELLED':
      return 'cancelled';
    case 'NOT_APPLICABLE':
    case 'NOT_STARTED':
      return 'none';
  }
};

/**
 * The promise of one metric, or `null` when its definition hides it from the requester. With visibility
 * `state` no date is told. `moved` lists what moved the date since the shown cycle began, oldest first.
 */
export const promiseViewOf = (metric: MetricResult, visibility: Visibility): PromiseView | null => {
  if (visibility === 'hidden') return null;
  const cycle = shownCycle(metric);
  const base = { metricId: metric.id, name: metric.name, state: stateOf(metric) };
  if (cycle === undefined) return { ...base, moved: [] };
  const told = visibility === 'date';
  return {
    ...base,
    ...(told && cycle.dueTime !== undefined ? { dueTime: cycle.dueTime } : {}),
    ...(told && cycle.dueIfResumedNow !== undefined ? { dueIfResumedTime: cycle.dueIfResumedNow } : {}),
    ...(told && metric.breached && cycle.breachTime !== undefined ? { lateSince: cycle.breachTime } : {}),
    ...(told && cycle.originalDueTime !== undefined ? { originalDueTime: cycle.originalDueTime } : {}),
    ...(told && cycle.stopTime !== undefined ? { stoppedTime: cycle.stopTime } : {}),
    ...(cycle.pauseReason === undefined ? {} : { pauseReason: cycle.pauseReason }),
    moved: told ? movesOf(metric.events, cycle) : [],
  };
};

const movesOf = (events: readonly TimelineEvent[], cycle: Cycle): PromiseView['moved'] =>
  events
    .filter(({ at }) => at >= cycle.startTime && at <= (cycle.stopTime ?? Infinity))
    .flatMap((event) => moveOf(event, cycle));

const moveOf = (event: TimelineEvent, cycle: Cycle): PromiseView['moved'] => {
  const move = (code: string, params: Readonly<Record<string, string>>): PromiseView['moved'] => [
    { at: event.at, code, params },
  ];
  switch (event.action) {
    case 'pause':
      return move('paused', { reason: pauseStarting(event.at, cycle)?.reason ?? '' });
    case 'resume': {
      const pause = pauseEnding(event.at, cycle);
      return move('resumed', {
        reason: pause?.reason ?? '',
        pausedMs: String(pause === undefined ? 0 : event.at - pause.from),
      });
    }
    case 'goalChange':
      return move('goalChanged', {
        goal: cycle.goal.id === event.goalId ? cycle.goal.name : (event.goalId ?? ''),
      });
    case 'extend': {
      const extension = cycle.extensions.find(({ at }) => at === event.at);
      return move('extended', { ms: String(extension?.ms ?? 0), reason: extension?.reason ?? '' });
    }
    case 'reset':
      return move('reset', {});
    case 'recalc':
      return move('recalculated', {});
    case 'undoStop':
      return move('reopened', {});
    case 'start':
    case 'stop':
    case 'cancel':
    case 'excuse':
      return [];
  }
};

const pauseStarting = (at: number, { segments }: Cycle): Cycle['segments'][number] | undefined =>
  segments.find((segment) => segment.type === 'paused' && segment.from === at);

const pauseEnding = (at: number, { segments }: Cycle): Cycle['segments'][number] | undefined =>
  segments.find((segment) => segment.type === 'paused' && segment.to === at);
