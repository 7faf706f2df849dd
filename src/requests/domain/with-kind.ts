import type { Stage } from '../../catalog/domain/model';
import type { RequestDocument } from './model';

const DAY_MS = 86_400_000;

interface Reached {
  /** When the stage was reached (ms). */
  readonly at: number;
  readonly now: number;
  readonly reopenWithinDays: number;
}

/** What the kind of stage its issue has reached makes of a request. */
export function withKind(
  request: RequestDocument,
  kind: Stage['kind'],
  { at, now, reopenWithinDays }: Reached,
): RequestDocument {
  const { resolvedAt: _resolved, closesAt: _closes, closedAt: _closed, confirmedAt, ...rest } = request;
  const reached = new Date(at).toISOString();
  switch (kind) {
    case 'open':
      return { ...rest, state: 'open' };
    case 'resolved': {
      const resolvedAt = request.resolvedAt ?? reached;
      const closes = Date.parse(resolvedAt) + reopenWithinDays * DAY_MS;
      if (confirmedAt === undefined && now <= closes)
        return { ...rest, state: 'open', resolvedAt, closesAt: new Date(closes).toISOString() };
      return {
        ...rest,
        state: 'closed',
        resolvedAt,
        closedAt: request.closedAt ?? reached,
        ...(confirmedAt && { confirmedAt }),
      };
    }
    case 'closed':
    case 'cancelled':
      return {
        ...rest,
        state: 'closed',
        ...(request.resolvedAt && { resolvedAt: request.resolvedAt }),
        closedAt: request.closedAt ?? reached,
        ...(confirmedAt && { confirmedAt }),
      };
  }
}
