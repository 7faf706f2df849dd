/** Whom Jira lets work be assigned to. */
import api, { route } from '@forge/api';
import * as v from 'valibot';
import { findJira } from './client';

const usersSchema = v.array(v.looseObject({ accountId: v.string() }));

/** Whether work of a space may be assigned to somebody now. Asked as the app. @throws JiraRefused when it may not ask */
export async function isAssignable(projectId: string, accountId: string): Promise<boolean> {
  const users = await findJira(
    api
      .asApp()
      .requestJira(route`/rest/api/3/user/assignable/search?project=${projectId}&accountId=${accountId}`, {
        method: 'GET',
      }),
    usersSchema,
  );
  return (users ?? []).some((user) => user.accountId === accountId);
}
