import * as v from 'valibot';
import { ifJiraTells, unlessRefused } from '../if-told';
import { searchAsUser } from './search';

/**
 * Whether a query finds something for the calling user. One that Jira does not take, or that names what they may not see, finds nothing.
 * @throws JiraUnavailable while Jira can't say
 */
export async function findsIssue(jql: string): Promise<boolean> {
  const found = await unlessRefused(firstOf(jql));
  return found !== null && found.issues.length > 0;
}

/** The key of the first work item that a query finds for the calling user; `null` where it finds none, and while Jira can't say. */
export const firstIssue = async (jql: string): Promise<string | null> =>
  (await ifJiraTells(firstOf(jql)))?.issues[0]?.key ?? null;

const firstOf = (jql: string) =>
  searchAsUser({ jql, fields: ['summary'], limit: 1 }, v.object({ key: v.string() }));
