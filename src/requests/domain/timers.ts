import type { Due } from '../../kernel/put-off';
import type { RequestHead } from './model';

/** Later than anything falls due: indexes know no missing attribute. */
const NEVER = '9999-12-31T00:00:00.000Z';

/** When a request must be looked at though nothing happens: it closes, or reminds its approvers; later where that failed. */
export function nextLook(request: RequestHead): { readonly due: Due; readonly dueAt: string } {
  const at = request.closesAt ?? request.approvals.find(({ state }) => state === 'pending')?.remindAt;
  if (request.state !== 'open' || at === undefined) return { due: 'n', dueAt: NEVER };
  const until = new Date(request.putOff?.[1] ?? 0).toISOString();
  return until > at ? { due: 'f', dueAt: until } : { due: 'y', dueAt: at };
}
