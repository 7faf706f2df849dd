import { JiraUnavailable } from '../../kernel/errors';
import type { RequestDocument } from '../domain/model';
import { itemOf } from '../records/item-of';
import { issueOfAttempt } from './make-issue-once';
import { openRequest } from './open-request';
import type { CreatePorts, RequestPorts } from '../ports';
import { writeRequest } from '../records/update-request';

/** Jira's index has shown every issue by then. */
const SURELY_MS = 600_000;

type FinishPorts = CreatePorts & Pick<RequestPorts, 'itemInVersion'>;

/**
 * Opens a request whose issue was made while the answer was lost, with the answers that issue holds. Where none was made, there
 * is nothing to finish: who asked was told so, and has a draft. Answers the request as it then stands.
 * @throws JiraUnavailable while it is not certain that there is no issue.
 */
export async function finishHalfMade(
  request: RequestDocument | null,
  now: number,
  ports: FinishPorts,
): Promise<RequestDocument | null> {
  if (request === null || request.issueId !== undefined || request.attempt === undefined) return request;
  const issue = await issueOfAttempt(request, now, ports);
  if (issue) return openRequest(request, issue, await itemOf(request, ports));
  if (now - Date.parse(request.attempt.at) < SURELY_MS) throw new JiraUnavailable('Its index may lag.');
  const { attempt: _, ...rest } = request;
  const nothing = { ...rest, rev: request.rev + 1 };
  await writeRequest(request, nothing);
  return nothing;
}
