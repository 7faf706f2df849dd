/** Jira's own history of an issue, read by the browser as the user: the same facts the backend replays. */
import type * as v from 'valibot';
import {
  buildHistory,
  type ChangelogEntry,
  changelogPageSchema,
  type CommentGroups,
  commentPageSchema,
  fieldsOf,
  jiraIssueSchema,
  restNameOf,
  statusCategoriesOf,
  statusListSchema,
} from '../../../src/sla/domain/history';
import type { Fact, IssueHistory, SlaDefinitions } from '../../../src/sla/domain/model';
import { askJira } from '../../shared/product';
import type { Names } from '../model/cause';
import type { IssueRef } from './issue';

const PAGE = 100;

export interface ReadHistory {
  readonly history: IssueHistory;
  readonly names: Pick<Names, 'statuses'>;
}

/** Everything a replay of these definitions needs, in four requests for an ordinary issue. Throws ProductFailed. */
export async function readHistory(
  issue: IssueRef,
  definitions: SlaDefinitions,
  appFacts: readonly Fact[],
  groups?: CommentGroups,
): Promise<ReadHistory> {
  const fields = fieldsOf(definitions);
  const asked = [...new Set([...[...fields].map(restNameOf), 'created', 'reporter'])].join(',');
  const root = `/rest/api/3/issue/${encodeURIComponent(issue.id)}`;
  const [found, changelog, comments, statuses] = await Promise.all([
    askJira(`${root}?fields=${encodeURIComponent(asked)}`, jiraIssueSchema),
    readChangelog(root),
    allOf(`${root}/comment?orderBy=created&`, commentPageSchema, (page) => page.comments),
    askJira('/rest/api/3/status', statusListSchema),
  ]);
  const categories = statusCategoriesOf(statuses);
  return {
    history: buildHistory({ issue: found, changelog, comments, appFacts, categories, groups, fields }),
    names: {
      statuses: Object.fromEntries(statuses.map(({ id, name }) => [id, name ?? id])),
    },
  };
}

/** The whole changelog of an issue, by its REST address. */
export const readChangelog = (root: string): Promise<readonly ChangelogEntry[]> =>
  allOf(`${root}/changelog?`, changelogPageSchema, (page) => page.values);

async function allOf<P extends { readonly total?: number | undefined }, Row>(
  path: string,
  schema: v.GenericSchema<unknown, P>,
  rowsOf: (page: P) => readonly Row[],
): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (;;) {
    const page = await askJira(`${path}startAt=${String(all.length)}&maxResults=${String(PAGE)}`, schema);
    const rows = rowsOf(page);
    all.push(...rows);
    if (rows.length === 0 || all.length >= (page.total ?? 0)) return all;
  }
}
