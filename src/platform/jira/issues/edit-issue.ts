/** Changes of an issue and mails about it, as the app. */
import api, { route } from '@forge/api';
import { doneJira, jsonBody } from '../client';

/** Jira's own mail to users and groups who may see the issue. */
export const notifyPeople = (
  issueId: string,
  to: { readonly users: readonly string[]; readonly groups: readonly { readonly groupId: string }[] },
  subject: string,
  text: string,
): Promise<void> =>
  doneJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}/notify`, {
      method: 'POST',
      ...jsonBody({
        subject,
        textBody: text,
        to: {
          users: to.users.map((accountId) => ({ accountId })),
          groupIds: to.groups.map(({ groupId }) => groupId),
        },
      }),
    }),
  );

export const assignIssue = (issueId: string, accountId: string): Promise<void> =>
  doneJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}/assignee`, {
      method: 'PUT',
      ...jsonBody({ accountId }),
    }),
  );

/** From now on Jira mails them what happens to the issue; it refuses those who may not see it, and an app that may not manage its watchers. */
export const addWatcher = (issueId: string, accountId: string): Promise<void> =>
  doneJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}/watchers`, {
      method: 'POST',
      ...jsonBody(accountId),
    }),
  );

export const setPriority = (issueId: string, priorityId: string): Promise<void> =>
  edit(issueId, { fields: { priority: { id: priorityId } } });

export const addLabel = (issueId: string, label: string): Promise<void> =>
  edit(issueId, { update: { labels: [{ add: label }] } });

const edit = (issueId: string, body: unknown): Promise<void> =>
  doneJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}`, { method: 'PUT', ...jsonBody(body) }),
  );
