import api, { route } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused } from '../../../kernel/errors';
import { fieldOfItem } from '../../../sla/engine/history/changes';
import { doneJira, jsonBody, readJira } from '../client';
import { changelogOf } from './history';

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
const bulkSchema = v.object({
  issues: v.array(
    v.object({
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
    }),
  ),
});

/** Jira takes at most so many issues in one call. */
export const MAX_BULK = 100;

/** How issues stand now, by issue id, asked as the app in one call; issues that are gone are left out. */
export async function issuesNow(issueIds: readonly string[]): Promise<ReadonlyMap<string, IssueNow>> {
  if (issueIds.length === 0) return new Map();
  const answer = await readJira(
    api.asApp().requestJira(route`/rest/api/3/issue/bulkfetch`, {
      method: 'POST',
      ...jsonBody({
        issueIdsOrKeys: issueIds.slice(0, MAX_BULK),
        fields: [
          'summary',
          'status',
          'reporter',
          'project',
          'assignee',
          'updated',
          'statuscategorychangedate',
        ],
      }),
    }),
    bulkSchema,
  );
  return new Map(
    answer.issues.map(({ id, key, fields }) => [
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

const transitionsSchema = v.object({
  transitions: v.array(v.object({ id: v.string(), to: v.object({ id: v.string() }) })),
});

/**
 * Moves an issue to a status as the app, after the app has checked that the caller may have that done. An issue that
 * is there already is left alone by passing its status as `from`.
 * @throws JiraRefused when the workflow has no way from here.
 */
export const moveTo = (issueId: string, statusId: string, from?: string): Promise<void> =>
  moveAs(api.asApp(), issueId, statusId, from);

/** The same as the calling user: where Jira does not let them, it is refused. */
export const moveAsUser = (issueId: string, statusId: string, from?: string): Promise<void> =>
  moveAs(api.asUser(), issueId, statusId, from);

/** The same as the app; `false` when the workflow has no way from here. */
export const moveIfPossible = (issueId: string, statusId: string): Promise<boolean> =>
  goTo(api.asApp(), issueId, statusId);

type As = Pick<ReturnType<typeof api.asApp>, 'requestJira'>;

async function moveAs(as: As, issueId: string, statusId: string, from?: string): Promise<void> {
  if (from === statusId || (await goTo(as, issueId, statusId))) return;
  throw new JiraRefused(409, ['NO_TRANSITION']);
}

async function goTo(as: As, issueId: string, statusId: string): Promise<boolean> {
  const path = route`/rest/api/3/issue/${issueId}/transitions`;
  const { transitions } = await readJira(as.requestJira(path, { method: 'GET' }), transitionsSchema);
  const transition = transitions.find(({ to }) => to.id === statusId);
  if (!transition) return false;
  const body = { transition: { id: transition.id } };
  await doneJira(as.requestJira(path, { method: 'POST', ...jsonBody(body) }));
  return true;
}
