/** What becomes of a submission once Jira has the issue, or has refused it. */
import type { PublishedItem } from '../../catalog/domain/model';
import { AppFailure, conflict, JiraRefused, JiraUnavailable } from '../../kernel/errors';
import type { ErrorCode } from '../../kernel/result';
import type { IssueRef } from '../../platform/jira/issues/create-issue';
import type { StepRow } from '../../work/step';
import { withDone } from '../../work/claim-row';
import { stepRows, stepWrite } from '../../work/steps';
import type { RequestDocument } from '../domain/model';
import { keepUnsent } from '../drafts/drafts';
import { afterSubmission } from '../records/following';
import { openRequest } from '../issue/open-request';
import type { Person } from '../ports';
import { asRefusal, plainRefusal } from './refusal';
import type { Submission, SubmitPorts } from './submission';

export interface Submitted {
  readonly requestId: string;
  /** None where it is made once the request is approved. */
  readonly issueKey?: string;
  readonly issueId?: string;
}

/** What follows the submission, to be stored after what is stored of it: an earlier attempt has noted the same. */
export async function rowFor(
  request: RequestDocument,
  item: PublishedItem,
  now: number,
  isKnown: boolean,
): Promise<StepRow> {
  const row = afterSubmission(request, item, now);
  return { ...row, rev: isKnown ? ((await stepRows.get(row.id))?.rev ?? 0) : 0 };
}

/** The request is open, and what follows (`row`, as it is stored) is carried out as far as it goes: the rest is done later. */
export async function open(
  request: RequestDocument,
  issue: IssueRef,
  item: PublishedItem,
  row: StepRow,
  ports: SubmitPorts,
): Promise<RequestDocument> {
  const next = withDone(row, 'finish');
  const opened = await openRequest(request, issue, item, [stepWrite(next)]);
  await ports.carryOut(next);
  return opened;
}

/**
 * What Jira refuses or can't take now, or what is not offered any more, is kept as a draft, so that nothing typed is lost; whether it
 * is goes with the failure.
 */
export async function keepingDraft<T>(
  submission: Submission,
  person: Person,
  item: PublishedItem | null,
  ports: SubmitPorts,
  send: () => Promise<T>,
): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof AppFailure) || !isKept(error)) throw error;
    const kept = await keepUnsent(submission, person, ports);
    throw withDraft(await toldOf(error), kept);
  }

  async function toldOf(error: AppFailure): Promise<AppFailure> {
    if (!(error instanceof JiraRefused)) return error;
    return item ? asRefusal(error, item, submission.answers, person.now, ports) : plainRefusal(error);
  }
}

const GONE: readonly ErrorCode[] = ['ITEM_RETIRED', 'NOT_FOUND'];

const isKept = (error: AppFailure): boolean =>
  error instanceof JiraRefused || error instanceof JiraUnavailable || GONE.includes(error.code);

/** The same failure, saying what became of the answers. */
const withDraft = ({ code, message, params, fields, retryable, cause }: AppFailure, kept: boolean) =>
  new AppFailure(code, message, {
    params: { ...params, draft: kept ? 'kept' : 'none' },
    retryable,
    cause,
    ...(fields && { fields }),
  });

/** What who sent it is told. @throws AppFailure CONFLICT while it is still being sent. */
export function submitted({ id, state, issueId, issueKey }: RequestDocument): Submitted {
  if (state === 'creating') throw conflict('request');
  return { requestId: id, ...(issueId && issueKey && { issueId, issueKey }) };
}
