/** How a promise stands, in a word: text first, colour second. */
import { bandOf, DEFAULT_BANDS } from '../../../src/sla/definitions/domain/display/model';
import type { Line } from './line';

export type Status =
  | 'waiting'
  | 'onTrack'
  | 'halfway'
  | 'dueSoon'
  | 'atRisk'
  | 'overdue'
  | 'paused'
  | 'pausedOverdue'
  | 'offHours'
  | 'met'
  | 'missed'
  | 'excused'
  | 'cancelled';

const runningStatus = (line: Line): Status => {
  if (line.breached) return 'overdue';
  const { remainingMs, goalMs, bands = DEFAULT_BANDS } = line;
  const band = remainingMs === null ? 'calm' : bandOf(bands, remainingMs, goalMs);
  if (band === 'warning') return 'dueSoon';
  if (line.risk !== undefined) return 'atRisk';
  if (line.resumesAt !== undefined) return 'offHours';
  return band === 'attention' ? 'halfway' : 'onTrack';
};

export const statusOf = (line: Line): Status => {
  if (line.exact?.cycle.excused !== undefined) return 'excused';
  switch (line.state) {
    case 'running':
      return runningStatus(line);
    case 'paused':
      return line.breached ? 'pausedOverdue' : 'paused';
    case 'waiting':
    case 'met':
    case 'missed':
    case 'cancelled':
      return line.state;
  }
};
