import api, { route } from '@forge/api';
import * as v from 'valibot';
import { findJira } from '../client';

const actorSchema = v.object({
  actorUser: v.optional(v.object({ accountId: v.string() })),
  actorGroup: v.optional(
    v.object({
      groupId: v.optional(v.string()),
      displayName: v.optional(v.string(), ''),
      name: v.optional(v.string(), ''),
    }),
  ),
});

/** The users and groups that hold a role in a project. */
export async function actorsOfRole(projectId: string, roleId: string) {
  const role = await findJira(
    api.asApp().requestJira(route`/rest/api/3/project/${projectId}/role/${roleId}`),
    v.object({ actors: v.optional(v.array(actorSchema), []) }),
  );
  const actors = role?.actors ?? [];
  return {
    users: actors.flatMap(({ actorUser }) => (actorUser ? [actorUser.accountId] : [])),
    groups: actors.flatMap(({ actorGroup }) =>
      actorGroup?.groupId
        ? [{ groupId: actorGroup.groupId, name: actorGroup.name || actorGroup.displayName }]
        : [],
    ),
  };
}
