import * as v from 'valibot';
import { JiraRefused, JiraUnavailable } from '../../../kernel/errors';
import { readManyAsApp } from './read-many';

const issueSchema = v.object({ key: v.string() });

/** Those of some keys under which the app sees no work item; none while Jira can't say. One that was moved has another key now. */
export async function missingIssues(keys: readonly string[]): Promise<ReadonlySet<string>> {
  const wanted = [...new Set(keys)];
  if (wanted.length === 0) return new Set();
  try {
    const found = await readManyAsApp({ ids: wanted, fields: [] }, issueSchema);
    const known = new Set(found.map(({ key }) => key));
    return new Set(found.length === wanted.length ? [] : wanted.filter((key) => !known.has(key)));
  } catch (error) {
    if (error instanceof JiraRefused || error instanceof JiraUnavailable) return new Set();
    throw error;
  }
}
