import type { Calendar } from '../calendar/calendar';
import type { Cycle, DurationMs, Instant } from '../model';

/**
 * Working time that may still be used before an open cycle is breached, the grace behind its due instant included. Null
 * when nothing can run out: no target, finished, breached already, or on a calendar that never opens again.
 */
export function leftUntilBreach(
  cycle: Cycle,
  calendar: Calendar,
  graceMs: DurationMs,
  now: Instant,
): DurationMs | null {
  const due = cycle.dueTime ?? cycle.dueIfResumedNow;
  if (due === undefined || cycle.remainingMs === null || cycle.breached) return null;
  // A pause uses nothing up, however long it is known to last.
  if (cycle.state === 'PAUSED')
    return Math.max(0, cycle.remainingMs) + calendar.workingMs(due, due + graceMs);
  return cycle.state === 'RUNNING' ? calendar.workingMs(now, Math.max(now, due + graceMs)) : null;
}
