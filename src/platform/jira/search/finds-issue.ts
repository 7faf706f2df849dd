import * as v from 'valibot';
import { JiraRefused } from '../../../kernel/errors';
import { searchAsUser } from './search';

/**
 * Whether a query finds something for the calling user. One that Jira does not take, or that names what they may not see, finds nothing.
 * @throws JiraUnavailable while Jira can't say
 */
export async function findsIssue(jql: string): Promise<boolean> {
  try {
    const { issues } = await searchAsUser(
      { jql, fields: ['summary'], limit: 1 },
      v.object({ key: v.string() }),
    );
    return issues.length > 0;
  } catch (failure) {
    if (failure instanceof JiraRefused) return false;
    throw failure;
  }
}
