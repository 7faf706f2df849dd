import type { ApprovalReminder } from '../../sla/definitions/domain/policy/model';
import type { Calendar } from '../../sla/engine/calendar/calendar';
import type { ApprovalHead } from './model';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** So often an approval is reminded of; then it is left to its approvers. */
const MOST = 3;

/** Since when its approvers have been waited for: when they were reminded last, or asked (ms). */
export const waitsSince = ({ startedAt, reminded }: ApprovalHead): number =>
  Date.parse(reminded?.at(-1) ?? startedAt);

/** Whether its approvers may be reminded (again). */
export const mayRemind = ({ state, reminded = [] }: ApprovalHead): boolean =>
  state === 'pending' && reminded.length < MOST;

/**
 * When approvers who are waited for since an instant (ms) are reminded; `null` for never. Hours and days are those of the
 * calendars the item promises on, of several the last to have worked as long; on none they pass by the clock.
 */
export function reminderAt(
  after: ApprovalReminder,
  since: number,
  calendars: readonly Pick<Calendar, 'addWorking' | 'nominalDayMs'>[],
): number | null {
  const [, unit, amount] = /^([hd])(\d+)$/.exec(after) ?? [];
  if (unit === undefined) return null;
  const count = Number(amount);
  const times = calendars.map((calendar) =>
    calendar.addWorking(since, count * (unit === 'h' ? HOUR_MS : calendar.nominalDayMs)),
  );
  const at = times.length > 0 ? Math.max(...times) : since + count * (unit === 'h' ? HOUR_MS : DAY_MS);
  return Number.isFinite(at) ? at : null;
}
