/** Why a promise stands as it does, in a plain sentence. */
import type { IssueHistory, SlaReport, TimelineEvent } from '../../../src/sla/engine/model';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import type { Source } from '../data/load-source';
import { causeText, type Names } from './cause';
import { durationText } from './duration';
import type { Line } from './line';
import { reasonText } from './reason';

export interface Told {
  readonly history: IssueHistory;
  readonly names: Names;
  readonly dayMs: number | null;
  readonly calendarName: string;
  readonly now: number;
}

/** The same, with what was replayed and what came of it. */
export interface Replayed extends Told {
  readonly source: Source;
  readonly report: SlaReport;
}

const lastOf = (line: Line, ...actions: readonly TimelineEvent['action'][]): TimelineEvent | undefined =>
  line.exact?.metric.events.filter((event) => actions.includes(event.action)).at(-1);

const because = (event: TimelineEvent | undefined, told: Told): string =>
  event === undefined
    ? t('sla.cause.changed')
    : causeText(event.factId, event.cause, told.history, told.names);

const pausedText = (line: Line, told: Told): string => {
  const since = line.pausedSince ?? told.now;
  const reason = reasonText(line.pauseReason ?? '');
  return t('sla.why.paused', {
    time: durationText(told.now - since, null),
    since: formatDateTime(since),
    reason,
    cause: because(lastOf(line, 'pause'), told),
  });
};

const runningText = (line: Line, told: Told): string => {
  const used = durationText(line.exact?.cycle.elapsedMs ?? 0, told.dayMs);
  if (line.goalMs === null) return t('sla.why.measured', { used });
  const goal = durationText(line.goalMs, told.dayMs);
  if (line.breached) return t('sla.why.overdue', { goal, due: formatDateTime(line.due ?? told.now) });
  if (line.resumesAt !== undefined) {
    return t('sla.why.offHours', {
      calendar: told.calendarName,
      at: formatDateTime(line.resumesAt),
      used,
      goal,
    });
  }
  return t('sla.why.running', { used, goal, calendar: told.calendarName });
};

/** The sentence; nothing before the replay, when only the state is known. */
export const explain = (line: Line, told: Told): string | null => {
  if (line.exact === undefined) return null;
  const { cycle } = line.exact;
  switch (line.state) {
    case 'paused':
      return pausedText(line, told);
    case 'running':
      return runningText(line, told);
    case 'met':
      return t('sla.why.met', {
        at: formatDateTime(line.stopped ?? told.now),
        cause: because(lastOf(line, 'stop'), told),
      });
    case 'missed':
      return t('sla.why.missed', {
        due: formatDateTime(line.due ?? told.now),
        at: formatDateTime(line.stopped ?? told.now),
        cause: because(lastOf(line, 'stop'), told),
      });
    case 'cancelled':
      return t('sla.why.cancelled', { cause: because(lastOf(line, 'cancel'), told) });
    case 'waiting':
      return t('sla.why.waiting', { goal: cycle.goal.name });
  }
};

/** Which goal was chosen: its name and its place in the list. */
export const goalText = (line: Line, told: Told): string | null => {
  if (line.exact === undefined) return null;
  const { goal } = line.exact.cycle;
  const length = line.goalMs === null ? t('sla.noTarget') : durationText(line.goalMs, told.dayMs);
  return t('sla.goal', { name: goal.name, order: goal.order, length, calendar: told.calendarName });
};
