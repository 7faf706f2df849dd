import api, { route } from '@forge/api';
import * as v from 'valibot';
import { readJira } from '../client';
import { ifJiraTells } from '../if-told';
import { searchAsApp } from '../search/search';

const issueSchema = v.object({ id: v.string() });
const transitionsSchema = v.object({ transitions: v.array(v.object({ id: v.string() })) });

interface Place {
  readonly projectId: string;
  readonly issueTypeId: string;
}

/** `unseen`: no work item is in it now, from which it could be told. */
export type Hold = 'held' | 'unseen';

/**
 * Those of some statuses out of which nothing leads for the app: where Service Management's own approval is on a status, Jira
 * offers no transition until it is decided. Seen on a work item that is there now. What Jira can't say now is left out.
 */
export async function heldStatuses(
  place: Place,
  statusIds: readonly string[],
): Promise<ReadonlyMap<string, Hold>> {
  const held = await Promise.all(
    statusIds.map(async (statusId) => [statusId, await ifJiraTells(holdOf(place, statusId))] as const),
  );
  return new Map(held.flatMap(([statusId, hold]) => (hold === null ? [] : [[statusId, hold] as const])));
}

/** `null` where something leads out of it. */
async function holdOf({ projectId, issueTypeId }: Place, statusId: string): Promise<Hold | null> {
  const jql = `project = ${projectId} AND issuetype = ${issueTypeId} AND status = ${statusId}`;
  const { issues } = await searchAsApp({ jql, fields: [], limit: 1 }, issueSchema);
  const [issue] = issues;
  if (issue === undefined) return 'unseen';
  const { transitions } = await readJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issue.id}/transitions`),
    transitionsSchema,
  );
  return transitions.length === 0 ? 'held' : null;
}
