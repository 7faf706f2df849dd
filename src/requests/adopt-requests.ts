import * as v from 'valibot';
import { log } from '../platform/log';
import { type IssuePointer, pointerKey, pointers } from '../platform/storage/issue-pointer';
import { transact } from '../platform/storage/transact';
import type { PublishedItem } from '../catalog/domain/model';
import { approversOf } from './domain/approval';
import type { RequestApproval, RequestDocument } from './domain/model';
import { requestPropertySchema } from './domain/schema';
import { type IssueStatus, withStatus } from './domain/stages';
import { pointerTo } from './request-of-issue';
import { pendingWrites, requests } from './store';

/** An issue as a backfill finds it. */
export interface AdoptableIssue {
  readonly id: string;
  readonly key: string;
  /** Value of the issue property `pledge-request`, as it stands: anybody who edits the issue could have changed it. */
  readonly property: unknown;
  readonly reporter: string | null;
  readonly status: IssueStatus;
  /** Milliseconds. */
  readonly createdAt: number;
  readonly statusSince: number;
}

export interface AdoptPorts {
  readonly now: number;
  /** The item in this version, or as it is published now; `null` when there is none at all. */
  readonly itemFor: (itemId: string, version: number) => Promise<PublishedItem | null>;
}

/**
 * Makes requests of issues that carry the app's property but have none: after a reinstall, or with issues that were
 * brought from elsewhere. The issue's reporter is the requester; what the property says of people is not believed.
 * Safe to repeat. Answers how many were adopted.
 */
export async function adoptRequests(issues: readonly AdoptableIssue[], ports: AdoptPorts): Promise<number> {
  let adopted = 0;
  for (const issue of issues) {
    const found = await requestFrom(issue, ports);
    if (found === null) continue;
    const { request, pointer } = found;
    const writes = [
      requests.write(request.id, request, 'absent'),
      pointers.write(pointerKey(issue.id), pointer, 'any'),
      ...pendingWrites(request),
    ];
    if ((await transact(writes)) === 'done') adopted += 1;
    // The request is known; its issue may not be, when it was made before issues knew their requests.
    else await pointers.put(pointerKey(issue.id), pointer, 'absent');
  }
  if (adopted > 0) log.info('requests.adopted', { adopted });
  return adopted;
}

interface Adopted {
  readonly request: RequestDocument;
  readonly pointer: IssuePointer;
}

async function requestFrom(issue: AdoptableIssue, ports: AdoptPorts): Promise<Adopted | null> {
  const parsed = v.safeParse(requestPropertySchema, issue.property);
  if (!parsed.success || issue.reporter === null) return null;
  const { itemId, itemVersion, requestId, answers } = parsed.output;
  const item = await ports.itemFor(itemId, itemVersion);
  if (!item) return null;
  const approval = approvalUnderWay(item, issue, issue.reporter);
  const base: RequestDocument = {
    schema: 1,
    id: requestId,
    rev: 1,
    itemId,
    itemVersion: item.version,
    requester: issue.reporter,
    requestedFor: issue.reporter,
    answers,
    state: 'open',
    issueId: issue.id,
    issueKey: issue.key,
    createdAt: new Date(issue.createdAt).toISOString(),
    adopted: true,
    ...(approval && { approval }),
  };
  return {
    request: withStatus(base, item.content, issue.status, issue.statusSince, ports.now),
    pointer: pointerTo(requestId, item),
  };
}

/**
 * The approval an issue waits in, asked for anew: earlier decisions are not known. A person whom the form named is
 * left out, as answers on an issue could have been changed by anybody who edits it: the item's own approvers
 * decide, or its owner.
 */
function approvalUnderWay(
  { content }: PublishedItem,
  issue: AdoptableIssue,
  requester: string,
): RequestApproval | undefined {
  const step = content.approval;
  if (step?.waitingStatusId === undefined || step.waitingStatusId !== issue.status.id) return undefined;
  const { approverField: _, ...named } = step;
  const approvers = approversOf(
    named,
    {},
    { requester, requestedFor: requester, owner: content.owner },
    new Set(),
  );
  if (approvers.length === 0) return undefined;
  return {
    state: 'pending',
    approvers,
    rule: step.rule,
    startedAt: new Date(issue.statusSince).toISOString(),
    decisions: [],
  };
}
