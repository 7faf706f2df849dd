/** Many issues with their histories, in as few calls as Jira offers. */
import api, { route } from '@forge/api';
import { inParallel } from '../../../kernel/in-parallel';
import type { ChangelogEntry } from '../../../sla/engine/history';
import { jsonBody, readJira } from '../client';
import { commentsInside, commentsOf, type JiraHistory } from './history';
import { bulkChangelogSchema, type FoundIssue, foundIssueSchema } from './history-schema';
import { type Search, searchAsApp } from '../search/search';

export interface HistoryPage {
  readonly histories: readonly (JiraHistory & { readonly properties: Readonly<Record<string, unknown>> })[];
  readonly nextPageToken?: string | undefined;
}

/**
 * One page of issues as the app sees them: one search, one bulk changelog (more when long), and a call for
 * the comments of an issue only where the search cut them short.
 */
export async function searchHistories(search: Search): Promise<HistoryPage> {
  const { issues, nextPageToken } = await searchAsApp(
    { ...search, fields: [...search.fields, 'comment'] },
    foundIssueSchema,
  );
  const changelogs = await changelogsOf(issues.map(({ id }) => id));
  const comments = await inParallel(issues, COMMENTS_AT_ONCE, commentsFor);
  const histories = issues.map((issue, index) => ({
    issue,
    changelog: changelogs.get(issue.id) ?? [],
    comments: comments[index] ?? [],
    properties: issue.properties ?? {},
  }));
  return { histories, nextPageToken };
}

/** Side by side, but few enough not to meet Jira's rate limit. */
const COMMENTS_AT_ONCE = 5;

const commentsFor = async (issue: FoundIssue): Promise<JiraHistory['comments'] | null> =>
  commentsInside(issue) ?? (await commentsOf(issue.id));

/** What changed of issues as the app sees them, up to a thousand of them: all of it, or some fields alone. */
export async function changelogsOf(
  issueIds: readonly string[],
  fieldIds?: readonly string[],
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
          ...(fieldIds && { fieldIds }),
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
