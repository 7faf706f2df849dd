import { sameValues } from '../kernel/same-values';
import type { RequestOfIssue } from '../platform/storage/issue-row';
import { withKind } from './domain/stages';
import { heads, updateRequest } from './store';

export interface StatusChange {
  readonly issueId: string;
  readonly fromStatusId: string | null;
  readonly statusId: string;
  /** When the status was reached, in milliseconds. */
  readonly at: number;
}

/** Whether a change of status can open, resolve or close the request: most don't, and cost nothing more. */
export const turnsRequest = (change: StatusChange, { endings }: RequestOfIssue): boolean => {
  const kindOf = (statusId: string): string => {
    const ending = endings[statusId] ?? 'open';
    return ending === 'cancelled' ? 'closed' : ending;
  };
  return change.fromStatusId === null || kindOf(change.fromStatusId) !== kindOf(change.statusId);
};

/**
 * Keeps a request open or closed as its issue goes. Writes only when that changes; an event told twice or late changes
 * nothing.
 */
export async function followStatus(
  change: StatusChange,
  { id, endings, reopenWithinDays }: RequestOfIssue,
  now: number,
): Promise<void> {
  const head = await heads.get(id);
  if (!head || head.state === 'creating' || head.issueId !== change.issueId) return;
  // A status that is no stage of the item is taken as under way.
  const kind = endings[change.statusId] ?? 'open';
  await updateRequest(id, (request) => {
    if (!request) return { answer: undefined };
    const next = withKind(request, kind, { at: change.at, now, reopenWithinDays });
    return sameValues(request, next) ? { answer: undefined } : { next, answer: undefined };
  });
}
