import * as v from 'valibot';
import { unlessRefused } from '../if-told';
import { searchAsUser } from './search';

/**
 * Whether a query finds something for the calling user. One that Jira does not take, or that names what they may not see, finds nothing.
 * @throws JiraUnavailable while Jira can't say
 */
export async function findsIssue(jql: string): Promise<boolean> {
  const wanted = { jql, fields: ['summary'], limit: 1 };
  const found = await unlessRefused(searchAsUser(wanted, v.object({ key: v.string() })));
  return found !== null && found.issues.length > 0;
}
