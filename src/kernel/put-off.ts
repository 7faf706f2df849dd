/** What fails when it is due is put off, further each time: it waits apart, never before what can be carried out. */
import { AppFailure, JiraUnavailable } from './errors';

/** Whether a row falls due: `y`, it does; `f`, it failed when it did and waits for another try; `n`, not by itself. */
export type Due = 'y' | 'f' | 'n';

/** How often in a row it failed, and until when it is left alone (ms). */
export type PutOff = readonly [failures: number, until: number];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WAITS_MS = [30_000, 5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, DAY];
/** What may pass by itself, as Jira being down does, is not left alone for longer. */
const PASSING_MS = 15 * MINUTE;

/** How long to wait after so many failures in a row, from the first on, in ms. */
export const backOffMs = (failures: number, mostMs = DAY): number =>
  Math.min(mostMs, WAITS_MS[failures - 1] ?? DAY);

/** As it stands after a failure at `now` (ms), no sooner than Jira asked for. The same where it is put off already: of several tries at once one counts. */
export function putOffAfter(former: PutOff | undefined, error: unknown, now: number): PutOff {
  if (former !== undefined && former[1] > now) return former;
  const failures = (former?.[0] ?? 0) + 1;
  const mayPass = error instanceof AppFailure && error.retryable;
  const wished = error instanceof JiraUnavailable ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
  return [failures, now + Math.max(wished, backOffMs(failures, mayPass ? PASSING_MS : DAY))];
}
