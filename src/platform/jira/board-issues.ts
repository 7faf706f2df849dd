import api, { route } from '@forge/api';
import * as v from 'valibot';
import { jsonBody, readJira } from './client';

const schema = v.object({
  issues: v.optional(
    v.array(
      v.object({
        id: v.string(),
        key: v.string(),
        fields: v.object({
          summary: v.nullish(v.string(), ''),
          assignee: v.nullish(v.object({ accountId: v.string() })),
        }),
      }),
    ),
    [],
  ),
});

export interface BoardIssue {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly assignee: string | null;
}

/** Summary and assignee of those issues the calling user may browse; at most 100 are asked for. */
export async function readBoardIssues(issueIds: readonly string[]): Promise<readonly BoardIssue[]> {
  if (issueIds.length === 0) return [];
  const { issues } = await readJira(
    api.asUser().requestJira(route`/rest/api/3/issue/bulkfetch`, {
      method: 'POST',
      ...jsonBody({ issueIdsOrKeys: issueIds.slice(0, 100), fields: ['summary', 'assignee'] }),
    }),
    schema,
  );
  return issues.map(({ id, key, fields }) => ({
    id,
    key,
    summary: fields.summary ?? '',
    assignee: fields.assignee?.accountId ?? null,
  }));
}
