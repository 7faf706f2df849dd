import { WEEKDAYS } from '../calendar/local-date';
import { stretchesOf } from '../calendar/day-plan';
import type { Agreement, DurationMs, Goal, SlaDefinitions } from '../model';

const WEEK_MS = 7 * 86_400_000;

/** An agreement's promise beside what its children promise one after the other, all as wall time. */
export interface Budget {
  readonly agreementId: string;
  readonly promisedMs: DurationMs;
  readonly childrenMs: DurationMs;
  readonly exceeded: boolean;
}

/** How much wall time one hour of a goal's calendar takes on average. */
const wallFactor = (goal: Goal, definitions: SlaDefinitions): number => {
  const id = goal.calendar.kind === 'fixed' ? goal.calendar.calendarId : goal.calendar.fallback;
  const calendar = definitions.calendars.find((each) => each.id === id);
  if (!calendar) return 1;
  const worked = WEEKDAYS.flatMap((day) => stretchesOf(calendar.week[day] ?? []));
  const total = worked.reduce((sum, [start, end]) => sum + end - start, 0);
  return total > 0 ? WEEK_MS / total : 1;
};

const wallOfGoal = (goal: Goal, definitions: SlaDefinitions): DurationMs => {
  if (goal.target.kind === 'duration') return goal.target.ms * wallFactor(goal, definitions);
  return goal.target.kind === 'businessDays' ? (goal.target.days * WEEK_MS) / 5 : 0;
};

/** The longest promise of an agreement's metrics. */
const promisedBy = (agreement: Agreement, definitions: SlaDefinitions): DurationMs =>
  Math.max(
    0,
    ...definitions.metrics
      .filter((metric) => metric.agreementId === agreement.id)
      .flatMap((metric) => metric.goals.map((goal) => wallOfGoal(goal, definitions))),
  );

/**
 * Checks each agreement that has children: the sum of what they promise, taken one after the other, should fit into
 * what it promises itself; all on a common 24×7 basis (features §4.7.2).
 */
export const agreementBudgets = (definitions: SlaDefinitions): readonly Budget[] =>
  definitions.agreements.flatMap((agreement) => {
    const children = definitions.agreements.filter((each) => each.parentId === agreement.id);
    const promisedMs = promisedBy(agreement, definitions);
    if (children.length === 0 || promisedMs === 0) return [];
    const childrenMs = children.reduce((sum, child) => sum + promisedBy(child, definitions), 0);
    return [{ agreementId: agreement.id, promisedMs, childrenMs, exceeded: childrenMs > promisedMs }];
  });
