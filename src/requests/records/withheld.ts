import type { IssueNow } from '../../platform/jira/issues/issues-now';
import type { RequestHead } from '../domain/model';
import type { RequestPorts } from '../ports';

/**
 * The issues of these requests whose words are not for those who asked any more: Jira names somebody else as the reporter
 * now, and does not let the calling person browse them. As the app reads issues with its own rights, it would else
 * keep open what Jira has closed.
 */
export async function withheldIssues(
  requests: readonly RequestHead[],
  issues: ReadonlyMap<string, IssueNow>,
  mayBrowse: RequestPorts['mayBrowse'],
): Promise<ReadonlySet<string>> {
  const taken = requests.flatMap(({ requester, beneficiary, issueId }) => {
    const issue = issues.get(issueId ?? '');
    return !issue || issue.reporter === requester || issue.reporter === beneficiary ? [] : [issue.id];
  });
  if (taken.length === 0) return new Set();
  const open = await mayBrowse(taken);
  return new Set(taken.filter((id) => !open.has(id)));
}
