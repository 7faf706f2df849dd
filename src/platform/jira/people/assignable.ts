/** Whom Jira lets work be assigned to. */
import api, { route } from '@forge/api';
import * as v from 'valibot';
import { readJira } from '../client';

const usersSchema = v.array(v.looseObject({ accountId: v.string() }));

/**
 * Whether work of a space may be assigned to somebody now. Asked as the app, which needs to browse people or to assign work
 * there: see `mayAskAssignable`. @throws JiraRefused when it may not ask, or does not see the space
 */
export async function isAssignable(projectId: string, accountId: string): Promise<boolean> {
  const users = await readJira(
    api
      .asApp()
      .requestJira(route`/rest/api/3/user/assignable/search?project=${projectId}&accountId=${accountId}`),
    usersSchema,
  );
  return users.some((user) => user.accountId === accountId);
}

const permissionsSchema = v.object({
  permissions: v.record(v.string(), v.object({ havePermission: v.boolean() })),
});

/** Whether the app holds one of the permissions that the question takes: without them Jira may answer with nobody. */
export async function mayAskAssignable(projectId: string): Promise<boolean> {
  const { permissions } = await readJira(
    api
      .asApp()
      .requestJira(
        route`/rest/api/3/mypermissions?projectId=${projectId}&permissions=USER_PICKER,ASSIGN_ISSUES`,
      ),
    permissionsSchema,
  );
  return Object.values(permissions).some(({ havePermission }) => havePermission);
}
