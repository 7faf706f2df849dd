/** Many issues with their histories, in as few calls as Jira offers. */
import api, { route } from '@forge/api';
import * as v from 'valibot';
import type { ChangelogEntry } from '../../../sla/engine/history';
import { jsonBody, readJira } from '../client';
import { commentsInside, commentsOf, type JiraHistory } from '../issues/history';
import { bulkChangelogSchema, searchPageSchema, type FoundIssue } from '../issues/history-schema';

export interface HistoryPage {
  readonly histories: readonly (JiraHistory & { readonly properties: Readonly<Record<string, unknown>> })[];
  readonly nextPageToken?: string | undefined;
}

export interface HistorySearch {
  readonly jql: string;
  readonly fields: readonly string[];
  /** Issue properties to bring along. */
  readonly properties?: readonly string[];
  readonly pageToken?: string | undefined;
  /** At most 100. */
  readonly limit: number;
}

/**
 * One page of issues as the app sees them: one search, one bulk changelog (more when long), and a call for
 * the comments of an issue only where the search cut them short.
 */
export async function searchHistories(search: HistorySearch): Promise<HistoryPage> {
  const page = await readJira(
    api.asApp().requestJira(route`/rest/api/3/search/jql`, {
      method: 'POST',
      ...jsonBody({
        jql: search.jql,
        fields: [...search.fields, 'comment'],
        maxResults: search.limit,
        ...(search.properties === undefined ? {} : { properties: search.properties }),
        ...(search.pageToken === undefined ? {} : { nextPageToken: search.pageToken }),
      }),
    }),
    searchPageSchema,
  );
  const changelogs = await changelogsOf(page.issues.map(({ id }) => id));
  const comments = await inGroups(page.issues, COMMENTS_AT_ONCE, commentsFor);
  const histories = page.issues.map((issue, index) => ({
    issue,
    changelog: changelogs.get(issue.id) ?? [],
    comments: comments[index] ?? [],
    properties: issue.properties ?? {},
  }));
  return { histories, nextPageToken: page.nextPageToken ?? undefined };
}

/** Side by side, but few enough not to meet Jira's rate limit. */
const COMMENTS_AT_ONCE = 5;

async function inGroups<T, R>(
  all: readonly T[],
  size: number,
  read: (each: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let start = 0; start < all.length; start += size)
    results.push(...(await Promise.all(all.slice(start, start + size).map(read))));
  return results;
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

const commentsFor = async (issue: FoundIssue): Promise<JiraHistory['comments'] | null> =>
  commentsInside(issue) ?? (await commentsOf(issue.id));

async function changelogsOf(
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ChangelogEntry[]>> {
  const found = new Map<string, ChangelogEntry[]>();
  if (issueIds.length === 0) return found;
  let token: string | undefined;
  do {
    const page = await readJira(
      api.asApp().requestJira(route`/rest/api/3/changelog/bulkfetch`, {
        method: 'POST',
        ...jsonBody({
          issueIdsOrKeys: issueIds,
          maxResults: 1000,
          ...(token === undefined ? {} : { nextPageToken: token }),
        }),
      }),
      bulkChangelogSchema,
    );
    for (const { issueId, changeHistories } of page.issueChangeLogs) {
      found.set(issueId, [...(found.get(issueId) ?? []), ...changeHistories]);
    }
    token = page.nextPageToken ?? undefined;
  } while (token !== undefined);
  return found;
}
