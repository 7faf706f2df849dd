import type { PublishedItem } from '../../catalog/domain/model';
import { masked } from '../../catalog/domain/form/secrets';
import { conflict } from '../../kernel/errors';
import { issueRowKey, issueRows } from '../../platform/storage/issue-row';
import { MOST_WRITES, transact, type Write } from '../../platform/storage/transact';
import { auditRequest } from '../records/audit-request';
import type { RequestDocument } from '../domain/model';
import { isForOther } from '../domain/parties';
import { filesFollowing } from '../files/sent-files';
import { log } from '../../platform/log';
import { scheduleStep } from '../../work/schedule-step';
import type { StepRow } from '../../work/step';
import type { IssueRef } from '../../platform/jira/issues/create-issue';
import { issueRowOf } from '../records/request-of-issue';
import { readRequest, requestWrites } from '../records/store';

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
  const own = [
    ...requestWrites(request, opened),
    issueRows.write(issueRowKey(issue.id), issueRowOf(opened, item), 'any'),
    ...(request.state === 'creating' ? onBehalfWrites(opened, item) : []),
    ...also,
  ];
  const files = await filesFollowing(opened, item, Date.now(), MOST_WRITES - own.length);
  if ((await transact([...own, ...files.writes])) === 'done') {
    await beginSoon(files.rows);
    return opened;
  }
  const stored = await readRequest(request.id);
  if (stored?.issueId !== undefined) return stored;
  throw conflict('request');
}

/** Has rows taken up; what the queue does not take up now, the sweep finds. */
export async function beginSoon(rows: readonly StepRow[]): Promise<void> {
  try {
    await Promise.all(rows.map(({ id }) => scheduleStep(id, 1)));
  } catch (error) {
    log.warn('step.schedule', { why: String(error) });
  }
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
