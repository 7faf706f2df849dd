import * as v from 'valibot';
import { fieldOfItem } from '../../../sla/engine/history/changes';
import { changelogOf } from './history';
import { readManyAsApp } from './read-many';

export interface IssueNow {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly status: { readonly id: string; readonly category: 'new' | 'indeterminate' | 'done' };
  readonly reporter: string | null;
  readonly projectId?: string;
  /** ISO instants as Jira writes them. */
  readonly updated: string;
  readonly statusSince?: string;
  readonly isAssigned: boolean;
}

const category = v.fallback(v.picklist(['new', 'indeterminate', 'done']), 'indeterminate');
const issueSchema = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.object({
    summary: v.optional(v.nullable(v.string()), ''),
    updated: v.optional(v.string(), ''),
    reporter: v.nullish(v.object({ accountId: v.string() })),
    project: v.optional(v.object({ id: v.string() })),
    statuscategorychangedate: v.optional(v.nullable(v.string())),
    assignee: v.optional(v.nullable(v.object({}))),
    status: v.object({ id: v.string(), statusCategory: v.object({ key: category }) }),
  }),
});

/** How issues stand now, by issue id, as the app sees them, a call for each hundred; issues that are gone are left out. */
export async function issuesNow(issueIds: readonly string[]): Promise<ReadonlyMap<string, IssueNow>> {
  const issues = await readManyAsApp(
    {
      ids: issueIds,
      fields: ['summary', 'status', 'reporter', 'project', 'assignee', 'updated', 'statuscategorychangedate'],
    },
    issueSchema,
  );
  return new Map(
    issues.map(({ id, key, fields }) => [
      id,
      {
        id,
        key,
        summary: fields.summary ?? '',
        status: { id: fields.status.id, category: fields.status.statusCategory.key },
        reporter: fields.reporter?.accountId ?? null,
        ...(fields.project && { projectId: fields.project.id }),
        updated: fields.updated,
        isAssigned: fields.assignee != null,
        ...(fields.statuscategorychangedate && { statusSince: fields.statuscategorychangedate }),
      },
    ]),
  );
}

/** When the issue reached its status (UTC, ms), as the app sees it; `null` when it never had another. */
export async function statusReachedAt(issueId: string): Promise<number | null> {
  const moves = ((await changelogOf(issueId)) ?? []).filter(({ items }) =>
    items.some((item) => fieldOfItem(item) === 'status'),
  );
  return moves.length === 0 ? null : Math.max(...moves.map(({ created }) => created));
}

/** Whether the issue ever changed its status, as the app sees it. */
export const hasMoved = async (issueId: string): Promise<boolean> =>
  (await statusReachedAt(issueId)) !== null;
