import api, { route } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused, JiraUnavailable } from '../../../kernel/errors';
import { findJira, readJira } from '../client';

const groupsSchema = v.array(v.object({ name: v.string(), groupId: v.optional(v.nullable(v.string())) }));
type Group = v.InferOutput<typeof groupsSchema>[number];
const selfSchema = v.object({ groups: v.object({ items: groupsSchema }) });

const namesAndIds = (groups: readonly Group[]): readonly string[] =>
  groups.flatMap((group) => (group.groupId ? [group.name, group.groupId] : [group.name]));

/**
 * Names and ids of the groups an account is in; none when Jira does not know the account. Asked as the app.
 * @throws JiraRefused 403 on a site that lets the app not browse people: what hangs on groups of others is not known there.
 */
export async function groupsOf(accountId: string): Promise<readonly string[]> {
  const groups = await findJira(
    api.asApp().requestJira(route`/rest/api/3/user/groups?accountId=${accountId}`),
    groupsSchema,
  );
  return namesAndIds(groups ?? []);
}

/**
 * The calling user's own groups, read as that user: that needs no permission to browse people. Readers of Confluence
 * whom Jira does not let in are asked about as the app; `null`, not known, where it may not ask.
 */
export async function ownGroups(accountId: string): Promise<readonly string[] | null> {
  try {
    const { groups } = await readJira(
      api.asUser().requestJira(route`/rest/api/3/myself?expand=groups`),
      selfSchema,
    );
    return namesAndIds(groups.items);
  } catch (error) {
    const shutOut = error instanceof JiraRefused || isUnauthorized(error);
    if (!shutOut) throw error;
    return await unlessForbidden(groupsOf(accountId));
  }
}

/** Without access to Jira there is nobody to ask as: the call ends before Jira says when to come again. */
const isUnauthorized = (error: unknown): boolean =>
  error instanceof JiraUnavailable && error.retryAfterSeconds === undefined;

/** What Jira tells of people, or nothing where the site does not let the app browse them. */
export async function noneIfRefused<T>(asked: Promise<readonly T[]>): Promise<readonly T[]> {
  return (await unlessForbidden(asked)) ?? [];
}

/** The same; `null`, not known, where the site lets the app not browse people. */
export const groupsIfKnown = (accountId: string): Promise<readonly string[] | null> =>
  unlessForbidden(groupsOf(accountId));

async function unlessForbidden<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof JiraRefused && error.status === 403) return null;
    throw error;
  }
}

const permissionSchema = v.object({
  permissions: v.object({ USER_PICKER: v.object({ havePermission: v.boolean() }) }),
});

/** Whether the app may browse people and groups: without it, groups of others are unknown to it. */
export async function mayBrowsePeople(): Promise<boolean> {
  const { permissions } = await readJira(
    api.asApp().requestJira(route`/rest/api/3/mypermissions?permissions=USER_PICKER`),
    permissionSchema,
  );
  return permissions.USER_PICKER.havePermission;
}
