import type { Answers, PublishedItem } from '../catalog/domain/model';
import { quantityIn } from '../catalog/domain/price';
import { error } from '../kernel/finding';
import { invalidAnswers } from './check-submission';
import { hasNoIssue } from './domain/before-issue';
import { openAndClosed } from './list-requests';
import type { RequestHead } from './domain/model';
import { readRequests } from './read-requests';
import type { SubmitPorts } from './submission';
import { stageNow } from './view';

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
 * Whether somebody may have so many more of an item: what was ordered for them and not cancelled counts, whoever asked.
 * @throws AppFailure INVALID_ANSWERS at the question, with how many are left.
 */
export async function refuseOverCap(item: PublishedItem, wanted: Wanted, ports: SubmitPorts): Promise<void> {
  const { quantity } = item.content;
  if (quantity?.perPerson === undefined) return;
  const left = quantity.perPerson - (await ordered(item, wanted, ports));
  if (quantityIn(item.content, wanted.answers) <= left) return;
  const params = { max: quantity.perPerson, left: Math.max(0, left) };
  throw invalidAnswers([error('overCap', quantity.field, params)]);
}

/** While Jira can't say which were cancelled, all count. */
async function ordered(
  item: PublishedItem,
  { id, beneficiary }: Wanted,
  ports: SubmitPorts,
): Promise<number> {
  const own = (await openAndClosed(beneficiary, MOST))
    .filter((request) => request.itemId === item.id && request.beneficiary === beneficiary)
    .filter((request) => request.id !== id && !isOverWithoutIssue(request));
  if (own.length === 0) return 0;
  const [requests, issues] = await Promise.all([
    readRequests(own.map((request) => request.id)),
    ports.issuesNow?.(own.flatMap(({ issueId }) => issueId ?? [])),
  ]);
  return requests
    .filter(({ issueId }) => {
      const issue = issues?.get(issueId ?? '');
      // What waits for its approval first is ordered too.
      if (issues === undefined || issueId === undefined) return true;
      return issue !== undefined && stageNow(item, issue).kind !== 'cancelled';
    })
    .reduce((sum, { answers }) => sum + quantityIn(item.content, answers), 0);
}

/** It was declined or taken back before there was a work item. */
const isOverWithoutIssue = (request: RequestHead): boolean =>
  hasNoIssue(request) && request.state === 'closed';
