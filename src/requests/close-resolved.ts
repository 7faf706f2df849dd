import { keepIfChanged } from './request-of-issue';
import type { ItemInVersion } from './ports';
import { requests } from './store';

const DAY_MS = 86_400_000;
const AT_MOST = 2_000;

/** Closes what was resolved longer ago than its item lets requesters reopen. Daily; answers how many were closed. */
export async function closeResolved(now: number, itemInVersion: ItemInVersion): Promise<number> {
  const open = await requests.queryAll({ index: 'by-state', partition: ['open'] }, AT_MOST);
  let closed = 0;
  for (const hit of open.filter((request) => request.resolvedAt !== undefined)) {
    const request = await requests.get(hit.id);
    const item = request ? await itemInVersion(request.itemId, request.itemVersion) : null;
    if (!request?.resolvedAt || !item || request.state !== 'open') continue;
    const ends = Date.parse(request.resolvedAt) + item.content.actions.reopenWithinDays * DAY_MS;
    if (now <= ends) continue;
    const after = { ...request, state: 'closed' as const, closedAt: request.resolvedAt };
    if ((await keepIfChanged(request, after)) === 'done') closed += 1;
  }
  return closed;
}
