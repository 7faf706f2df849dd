import { updateRequest } from './records/update-request';

/** Closes what was resolved longer ago than its item lets requesters reopen, `now` in milliseconds. Safe to repeat. */
export const closeResolved = (id: string, now: number): Promise<void> =>
  updateRequest(id, (request) => {
    const at = new Date(now).toISOString();
    if (request?.state !== 'open' || request.closesAt === undefined || request.closesAt >= at)
      return { answer: undefined };
    const { closesAt: _, putOff: _put, ...rest } = request;
    return { next: { ...rest, state: 'closed', closedAt: request.resolvedAt ?? at }, answer: undefined };
  });
