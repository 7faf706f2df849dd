import type { PublishedItem } from '../catalog/domain/model';
import { masked } from '../catalog/domain/secrets';
import { conflict } from '../kernel/errors';
import { issueRowKey, issueRows } from '../platform/storage/issue-row';
import { transact, type Write } from '../platform/storage/transact';
import { auditRequest } from './audit-request';
import type { RequestDocument } from './domain/model';
import { isForOther } from './domain/parties';
import type { IssueRef } from '../platform/jira/issues/create-issue';
import { issueRowOf } from './request-of-issue';
import { readRequest, requestWrites } from './store';

/**
 * The request has its issue: it is open from now on, and the issue knows it. `also` goes into the same transaction. Answers the
 * request as it then stands, whoever opened it. @throws AppFailure CONFLICT when somebody else writes it at the same moment.
 */
export async function openRequest(
  request: RequestDocument,
  issue: IssueRef,
  item: PublishedItem,
  also: readonly Write[] = [],
): Promise<RequestDocument> {
  const { attempt: _, ...rest } = request;
  const opened: RequestDocument = {
    ...rest,
    // Jira has them now, where it was to have them.
    answers: masked(item.content.form, rest.answers),
    rev: request.rev + 1,
    state: 'open',
    issueId: issue.id,
    issueKey: issue.key,
  };
  const writes = [
    ...requestWrites(request, opened),
    issueRows.write(issueRowKey(issue.id), issueRowOf(opened, item), 'any'),
    ...(request.state === 'creating' ? onBehalfWrites(opened, item) : []),
    ...also,
  ];
  if ((await transact(writes)) === 'done') return opened;
  const stored = await readRequest(request.id);
  if (stored?.issueId !== undefined) return stored;
  throw conflict('request');
}

/** Who asks for somebody else is on record with the request or there is none. */
export const onBehalfWrites = (request: RequestDocument, item: PublishedItem): readonly Write[] =>
  isForOther(request)
    ? [
        auditRequest(request, item.content.name, {
          at: request.receivedAt,
          by: request.requester,
          action: 'request.onBehalf',
          changes: [{ path: 'beneficiary', before: request.requester, after: request.beneficiary }],
        }),
      ]
    : [];
