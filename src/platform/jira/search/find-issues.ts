import api, { route } from '@forge/api';
import * as v from 'valibot';
import { jsonBody, readJira } from '../client';

const schema = v.object({
  issues: v.array(
    v.object({
      id: v.string(),
      key: v.string(),
      fields: v.object({ summary: v.nullish(v.string(), '') }),
    }),
  ),
  nextPageToken: v.nullish(v.string()),
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
  const page = await readJira(
    api.asUser().requestJira(route`/rest/api/3/search/jql`, {
      method: 'POST',
      ...jsonBody({ jql, fields: ['summary'], maxResults: limit }),
    }),
    schema,
  );
  return {
    issues: page.issues.map(({ id, key, fields }) => ({ id, key, summary: fields.summary ?? '' })),
    more: (page.nextPageToken ?? null) !== null,
  };
}
