/** Jira's search, said once for all who search. */
import api, { type APIResponse, route } from '@forge/api';
import * as v from 'valibot';
import { jsonBody, readJira } from '../client';

export interface Search {
  readonly jql: string;
  readonly fields: readonly string[];
  /** Issue properties to bring along. */
  readonly properties?: readonly string[];
  readonly pageToken?: string | undefined;
  /** At most 100. */
  readonly limit: number;
}

export interface SearchPage<Issue> {
  readonly issues: readonly Issue[];
  /** Absent on the last page. */
  readonly nextPageToken?: string | undefined;
}

/**
 * One page of what the app finds, each issue read by the schema.
 * @throws JiraRefused with Jira's own words when the query is no JQL; JiraUnavailable
 */
export const searchAsApp = <T>(search: Search, issue: v.GenericSchema<unknown, T>): Promise<SearchPage<T>> =>
  pageOf(
    api.asApp().requestJira(route`/rest/api/3/search/jql`, { method: 'POST', ...queryOf(search) }),
    issue,
  );

/** The same as the calling user sees it. */
export const searchAsUser = <T>(search: Search, issue: v.GenericSchema<unknown, T>): Promise<SearchPage<T>> =>
  pageOf(
    api.asUser().requestJira(route`/rest/api/3/search/jql`, { method: 'POST', ...queryOf(search) }),
    issue,
  );

const queryOf = ({ jql, fields, properties, pageToken, limit }: Search) =>
  jsonBody({
    jql,
    fields,
    maxResults: limit,
    ...(properties === undefined ? {} : { properties }),
    ...(pageToken === undefined ? {} : { nextPageToken: pageToken }),
  });

async function pageOf<T>(
  call: Promise<APIResponse>,
  issue: v.GenericSchema<unknown, T>,
): Promise<SearchPage<T>> {
  const { issues, nextPageToken } = await readJira(
    call,
    // A list that is not there is no empty one: what was not found would be made again.
    v.object({ issues: v.array(issue), nextPageToken: v.nullish(v.string()) }),
  );
  return { issues, nextPageToken: nextPageToken ?? undefined };
}

const countSchema = v.object({ count: v.number() });

/** About how many issues the app would find. */
export async function countIssues(jql: string): Promise<number> {
  const { count } = await readJira(
    api.asApp().requestJira(route`/rest/api/3/search/approximate-count`, {
      method: 'POST',
      ...jsonBody({ jql }),
    }),
    countSchema,
  );
  return count;
}
