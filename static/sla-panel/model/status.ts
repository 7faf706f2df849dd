/** How a promise stands, in a word: text first, colour second. */
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

/** Shares of the goal left at which calm turns to attention, and attention to warning. */
const ATTENTION = 0.5;
const WARNING = 0.25;

const runningStatus = (line: Line): Status => {
  if (line.breached) return 'overdue';
  const share = line.goalMs && line.remainingMs !== null ? line.remainingMs / line.goalMs : 1;
  if (share <= WARNING) return 'dueSoon';
  if (line.risk !== undefined) return 'atRisk';
  if (line.resumesAt !== undefined) return 'offHours';
  return share <= ATTENTION ? 'halfway' : 'onTrack';
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
