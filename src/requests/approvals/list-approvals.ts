import { priceOf } from '../../catalog/domain/form/price';
import type { AskedRow } from '../domain/answers';
import { currentApproval, mayDecide } from '../domain/approval';
import { isWaitedFor } from '../domain/before-issue';
import type { RequestDocument } from '../domain/model';
import { isForOther } from '../domain/parties';
import { accountsIn, readableAnswers } from '../domain/readable';
import { JiraUnavailable } from '../../kernel/errors';
import type { Person, RequestPorts } from '../ports';
import { approvalRows } from '../records/approval-rows';
import { readableRequests } from '../records/read-requests';

const MAX_ROWS = 50;
/** Pages looked through for them: what has gone on without a decision keeps its place in the index. */
const MAX_PAGES = 10;

type WaitingPorts = Pick<RequestPorts, 'issuesNow'>;

/**
 * Requests that wait for this person's decision, oldest first, at most fifty. The index may lag: each is looked at again;
 * so are their issues, in one call a page, and those that have gone on without are left out: they never keep the place of
 * one that waits, nor does one that can't be read. While Jira can't say, all are listed: a decision looks again.
 */
export async function waitingRequests(
  person: Pick<Person, 'accountId'>,
  ports: WaitingPorts,
): Promise<readonly RequestDocument[]> {
  const waiting: RequestDocument[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const found = await approvalRows.query({
      index: 'by-approver',
      partition: [person.accountId, 'pending'],
      limit: MAX_ROWS,
      ...(cursor !== undefined && { cursor }),
    });
    waiting.push(...(await stillWaiting(found.docs, person, ports)));
    cursor = found.cursor;
    if (cursor === undefined || waiting.length >= MAX_ROWS) break;
  }
  return waiting.slice(0, MAX_ROWS);
}

async function stillWaiting(
  rows: readonly { readonly requestId: string }[],
  person: Pick<Person, 'accountId'>,
  ports: WaitingPorts,
): Promise<readonly RequestDocument[]> {
  const found = await readableRequests(rows.map((row) => row.requestId));
  const open = found.filter((request) => mayDecide(request, person.accountId));
  const issues = await issuesIfKnown(open, ports.issuesNow);
  if (issues === null) return open;
  return open.filter((request) =>
    isWaitedFor(request, currentApproval(request), issues.get(request.issueId ?? '')),
  );
}

async function issuesIfKnown(
  open: readonly RequestDocument[],
  issuesNow: RequestPorts['issuesNow'],
): Promise<Awaited<ReturnType<RequestPorts['issuesNow']>> | null> {
  try {
    return await issuesNow(open.flatMap(({ issueId }) => issueId ?? []));
  } catch (error) {
    if (error instanceof JiraUnavailable) return null;
    throw error;
  }
}

export async function listApprovals(
  person: Person,
  ports: Pick<RequestPorts, 'itemInVersion' | 'issuesNow' | 'namesOf'>,
): Promise<readonly AskedRow[]> {
  const waiting = await waitingRequests(person, ports);
  const items = await Promise.all(
    waiting.map((request) => ports.itemInVersion(request.itemId, request.itemVersion)),
  );
  const people = waiting.flatMap((request, at) => [
    request.requester,
    request.beneficiary,
    ...accountsIn(items[at]?.content.form ?? [], request.answers),
  ]);
  const names = await ports.namesOf(people);
  const nameOf = (accountId: string) => names.get(accountId) ?? accountId;
  return waiting.flatMap((request, at) => {
    const item = items[at];
    if (!item) return [];
    const price = priceOf(item.content, request.answers);
    return [
      {
        requestId: request.id,
        issueKey: request.issueKey ?? '',
        itemName: item.content.name,
        requesterName: nameOf(request.requester),
        ...(isForOther(request) && { forName: nameOf(request.beneficiary) }),
        summary: item.content.summary,
        answers: readableAnswers(item.content, request.answers, names),
        ...(price && { price }),
        startedAt: currentApproval(request)?.startedAt ?? request.receivedAt,
      },
    ];
  });
}
