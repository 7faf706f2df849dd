import * as v from 'valibot';
import { searchAsUser } from './search';

const issueSchema = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.object({ summary: v.nullish(v.string(), '') }),
});

export interface FoundIssues {
  readonly issues: readonly { readonly id: string; readonly key: string; readonly summary: string }[];
  /** The query finds more than were asked for. */
  readonly more: boolean;
}

/**
 * The first issues of a query, in its order, as the calling user sees them.
 * @throws JiraRefused with Jira's own words when the query is no JQL.
 */
export async function findIssues(jql: string, limit: number): Promise<FoundIssues> {
  const page = await searchAsUser({ jql, fields: ['summary'], limit }, issueSchema);
  return {
    issues: page.issues.map(({ id, key, fields }) => ({ id, key, summary: fields.summary ?? '' })),
    more: page.nextPageToken !== undefined,
  };
}
