import { heads } from './store';
import { updateRequest } from './update-request';

const AT_MOST = 500;

/** Closes what was resolved longer ago than its item lets requesters reopen. Daily; answers how many were closed. */
export async function closeResolved(now: number): Promise<number> {
  const at = new Date(now).toISOString();
  const due = { index: 'by-due', partition: ['y'], range: { op: 'lt', value: at } } as const;
  let closed = 0;
  for (const { id } of await heads.queryAll(due, AT_MOST)) {
    const isClosed = await updateRequest(id, (request) => {
      if (request?.state !== 'open' || request.closesAt === undefined || request.closesAt >= at)
        return { answer: false };
      const { closesAt: _, ...rest } = request;
      return { next: { ...rest, state: 'closed', closedAt: request.resolvedAt ?? at }, answer: true };
    });
    if (isClosed) closed += 1;
  }
  return closed;
}
