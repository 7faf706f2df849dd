import type { Stage } from '../../catalog/domain/model';
import type { RequestDocument } from './model';

const DAY_MS = 86_400_000;

interface Reached {
  /** When the stage was reached (ms). */
  readonly at: number;
  readonly now: number;
  readonly reopenWithinDays: number;
  /** It waits for who asked. */
  readonly asked: boolean;
}

/** What the kind of stage its issue has reached makes of a request. */
export function withKind(
  request: RequestDocument,
  kind: Stage['kind'],
  { at, now, reopenWithinDays, asked }: Reached,
): RequestDocument {
  const { resolvedAt: _r, closesAt: _c, closedAt: _e, asked: _a, confirmedAt, ...rest } = request;
  const reached = new Date(at).toISOString();
  const ended = (resolvedAt: string | undefined): RequestDocument => ({
    ...rest,
    state: 'closed',
    ...(resolvedAt && { resolvedAt }),
    closedAt: request.closedAt ?? reached,
    ...(confirmedAt && { confirmedAt }),
  });
  switch (kind) {
    case 'open':
      return { ...rest, state: 'open', ...(asked && { asked }) };
    case 'resolved': {
      const resolvedAt = request.resolvedAt ?? reached;
      const closes = Date.parse(resolvedAt) + reopenWithinDays * DAY_MS;
      if (confirmedAt !== undefined || now > closes) return ended(resolvedAt);
      return { ...rest, state: 'open', resolvedAt, closesAt: new Date(closes).toISOString() };
    }
    case 'closed':
    case 'cancelled':
      return ended(request.resolvedAt);
  }
}
