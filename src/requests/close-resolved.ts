import { putOffAfter } from '../kernel/put-off';
import { inTurn, type TimerKind } from '../work/timers';
import { update } from '../work/update';
import type { RequestHead } from './domain/model';
import { heads } from './store';
import { updateRequest } from './update-request';

/** Requests that close by themselves. */
export const requestTimers: TimerKind<RequestHead> = {
  name: 'requests',
  rows: heads,
  quota: 200,
  aheadMs: 0,
  take: (found) => inTurn(found, Date.now, ({ id }) => closeInTime(id, Date.now())),
};

/** Closes what was resolved longer ago than its item lets requesters reopen. What can't be closed is left alone for a while. */
async function closeInTime(id: string, now: number): Promise<void> {
  try {
    await closeResolved(id, now);
  } catch (error) {
    await update<RequestHead, undefined>(heads, id, (head) =>
      head === null
        ? { answer: undefined }
        : { next: { ...head, putOff: putOffAfter(head.putOff, error, now) }, answer: undefined },
    );
    throw error;
  }
}

const closeResolved = (id: string, now: number): Promise<void> =>
  updateRequest(id, (request) => {
    const at = new Date(now).toISOString();
    if (request?.state !== 'open' || request.closesAt === undefined || request.closesAt >= at)
      return { answer: undefined };
    const { closesAt: _, putOff: _put, ...rest } = request;
    return { next: { ...rest, state: 'closed', closedAt: request.resolvedAt ?? at }, answer: undefined };
  });
