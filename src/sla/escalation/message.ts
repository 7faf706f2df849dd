/** The sentences of an escalation: deterministic, in the site's default language, readable without the app. */
import type { Cycle, EscalationLevel, MetricResult } from '../domain/model';

export interface EscalationMessage {
  readonly metric: Pick<MetricResult, 'name'>;
  readonly cycle: Pick<Cycle, 'dueTime' | 'zone' | 'goal' | 'breachTime'>;
  readonly level: Pick<EscalationLevel, 'at' | 'name'>;
  readonly issueKey: string;
}

/** `Thu 4 Jun 2026, 16:00 (Europe/Berlin)`: the wall clock of the calendar, whose zone is named. */
export const wallClock = (instant: number, zone: string): string => {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts['weekday']} ${parts['day']} ${parts['month']} ${parts['year']}, ${parts['hour']}:${parts['minute']} (${zone})`;
};

/** What happened or is about to: `Delivery is due Thu 4 Jun 2026, 16:00 (Europe/Berlin) …`. */
export const escalationSentence = ({ metric, cycle, level, issueKey }: EscalationMessage): string => {
  const name = metric.name.en;
  const goal = `goal “${cycle.goal.name}”`;
  const breached = cycle.breachTime;
  if (breached !== undefined) {
    return `${name} of ${issueKey} was due ${wallClock(breached, cycle.zone)} and is late (${goal}, ${level.name}).`;
  }
  if (cycle.dueTime === undefined) return `${name} of ${issueKey} needs attention (${goal}, ${level.name}).`;
  return `${name} of ${issueKey} is due ${wallClock(cycle.dueTime, cycle.zone)} (${goal}, ${level.name}).`;
};
