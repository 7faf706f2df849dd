import type { Answers, PublishedItem } from '../../catalog/domain/model';
import { quantityIn } from '../../catalog/domain/form/price';
import { AppFailure } from '../../kernel/errors';
import { error } from '../../kernel/finding';
import type { Write } from '../../platform/storage/transact';
import { invalidAnswers } from './check-submission';
import { hasNoIssue } from '../domain/before-issue';
import { openAndClosed } from '../reading/list-requests';
import type { RequestDocument } from '../domain/model';
import { readEach } from '../records/read-requests';
import { recentOrders } from '../own/recent-orders';
import type { SubmitPorts } from './submission';
import { stageNow } from '../records/view';

/** Of one person's requests so many are looked through, open and closed each, newest first. */
const MOST = 100;

interface Wanted {
  /** Of the request that is sent: a retry does not count twice. */
  readonly id: string;
  /** Checked answers. */
  readonly answers: Answers;
  readonly beneficiary: string;
}

/**
 * Whether somebody may have so many more of an item: what was ordered for them and not cancelled counts, whoever asked. Answers what
 * belongs into the transaction that writes the request: it fails where another one was written since.
 * @throws AppFailure INVALID_ANSWERS at the question, with how many are left.
 */
export async function withinCap(
  item: PublishedItem,
  wanted: Wanted,
  now: number,
  ports: SubmitPorts,
): Promise<readonly Write[]> {
  const { quantity } = item.content;
  if (quantity?.perPerson === undefined) return [];
  const recent = await recentOrders(item.id, wanted.beneficiary, now);
  const left = quantity.perPerson - (await ordered(item, wanted, recent.ids, ports));
  if (quantityIn(item.content, wanted.answers) <= left) return [recent.note(wanted.id)];
  const params = { max: quantity.perPerson, left: Math.max(0, left) };
  throw invalidAnswers([error('overCap', quantity.field, params)]);
}

/** While Jira can't say which were cancelled, all count. One that can't be read was ordered, and counts as one piece. */
async function ordered(
  item: PublishedItem,
  { id, beneficiary }: Wanted,
  recent: readonly string[],
  ports: SubmitPorts,
): Promise<number> {
  const listed = (await openAndClosed(beneficiary, MOST)).filter((request) => request.itemId === item.id);
  const ids = new Set([...recent, ...listed.map((request) => request.id)]);
  ids.delete(id);
  const read = await readEach([...ids]);
  const requests = read.flatMap((request) =>
    request instanceof AppFailure || request.beneficiary !== beneficiary || isNothing(request)
      ? []
      : [request],
  );
  const unreadable = read.filter((each) => each instanceof AppFailure).length;
  if (requests.length === 0) return unreadable;
  const issues = await ports.issuesNow?.(requests.flatMap(({ issueId }) => issueId ?? []));
  return requests
    .filter(({ issueId }) => {
      const issue = issues?.get(issueId ?? '');
      // What waits for its approval first, or is being made, is ordered too.
      if (issues === undefined || issueId === undefined) return true;
      return issue !== undefined && stageNow(item, issue).kind !== 'cancelled';
    })
    .reduce((sum, { answers }) => sum + quantityIn(item.content, answers), unreadable);
}

/** It was declined or taken back before there was a work item, or Jira has refused to make one. */
const isNothing = (request: RequestDocument): boolean =>
  request.state === 'creating'
    ? request.attempt === undefined
    : hasNoIssue(request) && request.state === 'closed';
