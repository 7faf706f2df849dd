import * as v from 'valibot';
import type { ReadOnly } from '../../../kernel/read-only';
import { fieldOfItem } from '../../../sla/engine/history/changes';
import { changelogOf } from './history';
import { readManyAsApp } from './read-many';

const category = v.fallback(v.picklist(['new', 'indeterminate', 'done']), 'indeterminate');
const issueSchema = v.pipe(
  v.object({
    id: v.string(),
    key: v.string(),
    fields: v.object({
      summary: v.nullish(v.string()),
      updated: v.optional(v.string(), ''),
      reporter: v.nullish(v.object({ accountId: v.string() })),
      project: v.optional(v.object({ id: v.string() })),
      statuscategorychangedate: v.nullish(v.string()),
      assignee: v.nullish(v.object({})),
      status: v.object({ id: v.string(), statusCategory: v.object({ key: category }) }),
    }),
  }),
  v.transform(({ id, key, fields }) => ({
    id,
    key,
    summary: fields.summary ?? '',
    status: { id: fields.status.id, category: fields.status.statusCategory.key },
    reporter: fields.reporter?.accountId ?? null,
    ...(fields.project && { projectId: fields.project.id }),
    /** ISO instants as Jira writes them. */
    updated: fields.updated,
    ...(fields.statuscategorychangedate && { statusSince: fields.statuscategorychangedate }),
    isAssigned: fields.assignee != null,
  })),
);
export type IssueNow = ReadOnly<v.InferOutput<typeof issueSchema>>;

/** How issues stand now, by issue id, as the app sees them, a call for each hundred; issues that are gone are left out. */
export async function issuesNow(issueIds: readonly string[]): Promise<ReadonlyMap<string, IssueNow>> {
  const issues = await readManyAsApp(
    {
      ids: issueIds,
      fields: ['summary', 'status', 'reporter', 'project', 'assignee', 'updated', 'statuscategorychangedate'],
    },
    issueSchema,
  );
  return new Map(issues.map((issue) => [issue.id, issue]));
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
