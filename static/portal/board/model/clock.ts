/** One row of the board as it stands at an instant: what the backend read, moved on by the calendar. */
import type { BoardRow } from '../../../../src/sla/board/domain/answers';
import type { Bands } from '../../../../src/sla/definitions/domain/display/model';
import type { Calendar } from '../../../../src/sla/engine/calendar/calendar';
import type { Line } from '../../../sla-panel/model/line';

export interface Clock {
  readonly row: BoardRow;
  /** The row as the SLA panel shows such a promise, so that both use the same words. */
  readonly line: Line;
  readonly dayMs: number | null;
  readonly urgency: Urgency;
}

/** `hour` has an hour or less left, `fourHours` more and at most four, `today` is due later on the viewer's day. */
export type Urgency = 'overdue' | 'hour' | 'fourHours' | 'today' | 'later' | 'paused';
export const URGENCIES: readonly Urgency[] = ['overdue', 'hour', 'fourHours', 'today', 'later', 'paused'];

const HOUR = 3_600_000;

/**
 * What is at stake, seen at `now`; `endOfDay` ends the viewer's day. `leftMs` is the time that is left on the clock's own
 * calendar, the same that its state tells: five minutes left on a Saturday are five minutes. What stands still is paused,
 * however late it is.
 */
export function urgencyOf(row: BoardRow, now: number, endOfDay: number, leftMs: number | null): Urgency {
  if (row.state === 'paused') return 'paused';
  if (isBreached(row, now)) return 'overdue';
  const { dueTime = Infinity } = row;
  const left = leftMs ?? dueTime - now;
  if (left <= HOUR) return 'hour';
  if (left <= 4 * HOUR) return 'fourHours';
  return dueTime <= endOfDay ? 'today' : 'later';
}

const isBreached = (row: BoardRow, now: number): boolean =>
  row.breached || (row.state === 'running' && now > (row.breachesAfter ?? Infinity));

/** Working time from now to the due instant, negative behind it; a standing clock keeps what it had. */
const remainingOf = (row: BoardRow, calendar: Calendar, now: number): number | null => {
  if (row.state === 'paused' || row.dueTime === undefined) return row.remainingMs;
  const { dueTime } = row;
  return dueTime >= now ? calendar.workingMs(now, dueTime) : -calendar.workingMs(dueTime, now);
};

/** A row at an instant; without its calendar the working time is what the backend read. */
export function clockAt(
  row: BoardRow,
  calendar: Calendar | undefined,
  now: number,
  endOfDay: number,
  bands?: Bands,
): Clock {
  const resumesAt =
    row.state === 'running' && calendar !== undefined && !calendar.isWorking(now)
      ? calendar.nextWorking(now)
      : Infinity;
  const line: Line = {
    id: row.metricId,
    name: row.metricName,
    state: row.state,
    breached: isBreached(row, now),
    due: row.dueTime,
    remainingMs: calendar === undefined ? row.remainingMs : remainingOf(row, calendar, now),
    goalMs: row.goalMs,
    zone: row.zone,
    ...(bands === undefined ? {} : { bands }),
    pauseReason: row.pauseReason,
    pausedSince: row.pausedSince,
    ...(row.risk === undefined
      ? {}
      : { risk: { name: row.risk.metricName, at: row.risk.at, elsewhere: row.risk.elsewhere } }),
    ...(Number.isFinite(resumesAt) ? { resumesAt } : {}),
  };
  return {
    row,
    line,
    dayMs: calendar?.nominalDayMs ?? null,
    urgency: urgencyOf(row, now, endOfDay, line.remainingMs),
  };
}
