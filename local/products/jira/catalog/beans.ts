import { type User } from '../../users/directory.ts';
import { type Site } from '../site.ts';
import {
  type Component,
  type IssueType,
  type Named,
  type Priority,
  type Project,
  type Status,
} from './catalog.ts';

const CATEGORIES = {
  TODO: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  IN_PROGRESS: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  DONE: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
} as const;

const api = (site: Site, path: string): string => `${site.baseUrl}/rest/api/3/${path}`;

const avatars = (site: Site, kind: string, id: string | number): Record<string, string> =>
  Object.fromEntries(
    ['48x48', '32x32', '24x24', '16x16'].map((size) => [
      size,
      `${site.baseUrl}/avatar/${kind}/${encodeURIComponent(id)}`,
    ]),
  );

/** A person as answers show them inside other things. */
export function userBean(site: Site, user: User): object {
  const { accountId, accountType, displayName, active, timeZone, email } = user;
  return {
    self: api(site, `user?accountId=${encodeURIComponent(accountId)}`),
    accountId,
    ...(email === '' ? {} : { emailAddress: email }),
    avatarUrls: avatars(site, 'user', accountId),
    displayName,
    active,
    timeZone,
    accountType,
  };
}

/** A person by account id, also one who is no longer known; null for nobody. */
export function userBeanOf(site: Site, accountId: string | null): object | null {
  if (accountId === null) return null;
  const user = site.users.get(accountId);
  return user
    ? userBean(site, user)
    : {
        self: api(site, `user?accountId=${encodeURIComponent(accountId)}`),
        accountId,
        displayName: 'Former user',
        active: false,
        accountType: 'atlassian',
      };
}

export function statusBean(site: Site, status: Status): object {
  const category = CATEGORIES[status.category];
  return {
    self: api(site, `status/${status.id}`),
    description: '',
    iconUrl: `${site.baseUrl}/images/status.svg`,
    name: status.name,
    id: status.id,
    statusCategory: { self: api(site, `statuscategory/${category.id}`), ...category },
  };
}

export const issueTypeBean = (site: Site, type: IssueType): object => ({
  self: api(site, `issuetype/${type.id}`),
  id: type.id,
  description: type.description,
  iconUrl: `${site.baseUrl}/avatar/issuetype/${type.id}`,
  name: type.name,
  subtask: type.subtask === 1,
  hierarchyLevel: type.subtask === 1 ? -1 : 0,
});

export const priorityBean = (site: Site, priority: Priority): object => ({
  self: api(site, `priority/${priority.id}`),
  iconUrl: `${site.baseUrl}/avatar/priority/${priority.id}`,
  name: priority.name,
  id: priority.id,
});

export const resolutionBean = (site: Site, resolution: Named): object => ({
  self: api(site, `resolution/${resolution.id}`),
  id: resolution.id,
  description: '',
  name: resolution.name,
});

export const componentBean = (site: Site, component: Component): object => ({
  self: api(site, `component/${component.id}`),
  id: String(component.id),
  name: component.name,
});

export const projectBean = (site: Site, project: Project): object => ({
  self: api(site, `project/${project.id}`),
  id: String(project.id),
  key: project.key,
  name: project.name,
  projectTypeKey: project.type,
  simplified: false,
  avatarUrls: avatars(site, 'project', project.id),
});
