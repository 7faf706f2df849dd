import * as v from 'valibot';
import { ifJiraTells } from '../if-told';
import { readManyAsApp } from './read-many';

const issueSchema = v.object({ key: v.string() });

/** Those of some keys under which the app sees no work item; none while Jira can't say. One that was moved has another key now. */
export async function missingIssues(keys: readonly string[]): Promise<ReadonlySet<string>> {
  const wanted = [...new Set(keys)];
  if (wanted.length === 0) return new Set();
  const found = await ifJiraTells(readManyAsApp({ ids: wanted, fields: [] }, issueSchema));
  if (found === null || found.length === wanted.length) return new Set();
  const known = new Set(found.map(({ key }) => key));
  return new Set(wanted.filter((key) => !known.has(key)));
}
