/** Moving an issue through its workflow. */
import api, { route } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused } from '../../../kernel/errors';
import { doneJira, jsonBody, readJira } from '../client';

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
  const { transitions } = await readJira(as.requestJira(path), transitionsSchema);
  const transition = transitions.find(({ to }) => to.id === statusId);
  if (!transition) return false;
  const body = { transition: { id: transition.id } };
  await doneJira(as.requestJira(path, { method: 'POST', ...jsonBody(body) }));
  return true;
}
