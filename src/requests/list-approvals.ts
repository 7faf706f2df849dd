import { priceOf } from '../catalog/domain/price';
import type { ApprovalRow } from './contract';
import { mayDecide } from './domain/approval';
import type { RequestDocument } from './domain/model';
import { accountsIn, readableAnswers } from './domain/readable';
import type { ItemInVersion, NamesOf, Person } from './ports';
import { pendingApprovals, requests } from './store';

const MAX_ROWS = 50;

/** Requests that wait for this person's decision, oldest first. The index may lag: each is looked at again. */
export async function waitingRequests(
  person: Pick<Person, 'accountId'>,
): Promise<readonly RequestDocument[]> {
  const page = await pendingApprovals.query({
    index: 'by-approver',
    partition: [person.accountId],
    limit: MAX_ROWS,
  });
  const found = await requests.getMany(page.docs.map((row) => row.requestId));
  return [...found.values()].filter((request) => mayDecide(request.approval, person.accountId));
}

export async function listApprovals(
  person: Person,
  ports: { readonly itemInVersion: ItemInVersion; readonly namesOf: NamesOf },
): Promise<readonly ApprovalRow[]> {
  const waiting = await waitingRequests(person);
  const items = await Promise.all(
    waiting.map((request) => ports.itemInVersion(request.itemId, request.itemVersion)),
  );
  const people = waiting.flatMap((request, at) => [
    request.requestedFor,
    ...accountsIn(items[at]?.content.form ?? [], request.answers),
  ]);
  const names = await ports.namesOf(people);
  return waiting.flatMap((request, at) => {
    const item = items[at];
    if (!item) return [];
    const price = priceOf(item.content, request.answers);
    return [
      {
        requestId: request.id,
        issueKey: request.issueKey ?? '',
        itemName: item.content.name,
        requesterName: names.get(request.requestedFor) ?? request.requestedFor,
        summary: item.content.summary.en,
        answers: readableAnswers(item.content.form, request.answers, names),
        ...(price && { price }),
        startedAt: request.approval?.startedAt ?? request.createdAt,
      },
    ];
  });
}
