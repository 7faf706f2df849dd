import { InvocationError, InvocationErrorCode } from '@forge/events';
import { AppFailure, JiraUnavailable } from '../kernel/errors';
import { log } from '../platform/log';

const SOON_SECONDS = 10;
const LATER_SECONDS = 60;
/** Forge waits at most so long between tries. */
const MOST_SECONDS = 900;

/** Asks Forge to call again after so many seconds; it does so four times at most. */
export const again = (seconds: number): InvocationError =>
  new InvocationError({
    retryAfter: Math.min(MOST_SECONDS, Math.max(1, Math.ceil(seconds))),
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });

/**
 * Runs a handler of events; Forge does not repeat what throws, so every failure becomes a request to try again:
 * soon when something was busy, as late as Jira asks, later for what nobody foresaw.
 */
export async function retrying(
  name: string,
  run: () => Promise<InvocationError | undefined>,
): Promise<InvocationError | undefined> {
  try {
    return await run();
  } catch (error) {
    log.error(`${name}.failed`, error);
    if (error instanceof JiraUnavailable) return again(error.retryAfterSeconds ?? LATER_SECONDS);
    return again(error instanceof AppFailure && error.retryable ? SOON_SECONDS : LATER_SECONDS);
  }
}
