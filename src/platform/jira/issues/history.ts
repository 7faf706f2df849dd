/** Jira's own history of an issue, complete: the issue, every changelog entry, every comment. */
import api, { type APIResponse, route } from '@forge/api';
import * as v from 'valibot';
import {
  changelogPageSchema,
  commentPageSchema,
  commentSchema,
  jiraIssueSchema,
  statusCategoriesOf,
  statusListSchema,
  type ChangelogEntry,
  type JiraComment,
  type JiraIssue,
  type StatusCategories,
} from '../../../sla/engine/history/schema';
import { findJira, readJira } from '../client';
import type { FoundIssue } from './history-schema';

export interface JiraHistory {
  readonly issue: JiraIssue;
  readonly changelog: readonly ChangelogEntry[];
  readonly comments: readonly JiraComment[];
}

const PAGE = 100;

/** Reads as the app, `null` when the issue is gone or hidden from it. Three calls for an ordinary issue, side by side. */
export async function readHistory(issueId: string, fields: readonly string[]): Promise<JiraHistory | null> {
  const [issue, changelog, comments] = await Promise.all([
    findJira(
      api.asApp().requestJira(route`/rest/api/3/issue/${issueId}?fields=${fields.join(',')}`),
      jiraIssueSchema,
    ),
    changelogOf(issueId),
    commentsOf(issueId),
  ]);
  return issue === null || changelog === null || comments === null ? null : { issue, changelog, comments };
}

/** Every change of an issue as the app sees it, `null` when the issue is gone or hidden from it. */
export const changelogOf = (issueId: string): Promise<readonly ChangelogEntry[] | null> =>
  allPages(
    (startAt) =>
      api
        .asApp()
        .requestJira(route`/rest/api/3/issue/${issueId}/changelog?startAt=${startAt}&maxResults=${PAGE}`),
    changelogPageSchema,
    ({ values, total }) => ({ rows: values, total }),
  );

/** Every comment, restricted ones included, oldest first. */
export const commentsOf = (issueId: string): Promise<readonly JiraComment[] | null> =>
  allPages(
    (startAt) =>
      api
        .asApp()
        .requestJira(
          route`/rest/api/3/issue/${issueId}/comment?startAt=${startAt}&maxResults=${PAGE}&orderBy=created`,
        ),
    commentPageSchema,
    ({ comments, total }) => ({ rows: comments, total }),
  );

/** One comment, restricted or not; `null` when it is gone or hidden from the app. */
export const readComment = (issueId: string, commentId: string): Promise<JiraComment | null> =>
  findJira(api.asApp().requestJira(route`/rest/api/3/issue/${issueId}/comment/${commentId}`), commentSchema);

async function allPages<Page, Row>(
  ask: (startAt: number) => Promise<APIResponse>,
  schema: v.GenericSchema<unknown, Page>,
  read: (page: Page) => { readonly rows: readonly Row[]; readonly total?: number | undefined },
): Promise<readonly Row[] | null> {
  const all: Row[] = [];
  for (;;) {
    const page = await findJira(ask(all.length), schema);
    if (page === null) return null;
    const { rows, total } = read(page);
    all.push(...rows);
    if (rows.length === 0 || all.length >= (total ?? 0)) return all;
  }
}

/** Every status of the site and the category it belongs to. */
export async function readStatusCategories(): Promise<StatusCategories> {
  return statusCategoriesOf(
    await readJira(api.asApp().requestJira(route`/rest/api/3/status`), statusListSchema),
  );
}

/**
 * The comments a search already brought, when it brought all of them; `null` when they must be read.
 * Jira cuts long lists in search answers.
 */
export const commentsInside = (issue: FoundIssue): readonly JiraComment[] | null => {
  const parsed = v.safeParse(commentPageSchema, issue.fields['comment']);
  if (!parsed.success || (parsed.output.total ?? Infinity) > parsed.output.comments.length) return null;
  return parsed.output.comments;
};
