import api, { route } from '@forge/api';
import * as v from 'valibot';
import { isGroupId } from '../../kernel/group-id';
import { readJira } from './client';

const withId = v.object({ id: v.string() });
const projectsSchema = v.object({ values: v.array(withId) });

/** Jira looks up so many projects, or groups, at once. */
const MOST_AT_ONCE = 50;

/** Ids of the site's fields, system and custom. */
export async function fieldIds(): Promise<ReadonlySet<string>> {
  const fields = await readJira(
    api.asApp().requestJira(route`/rest/api/3/field`, { method: 'GET' }),
    v.array(withId),
  );
  return new Set(fields.map(({ id }) => id));
}

/** Those of some project ids that exist and that the app may see. */
export async function existingProjects(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let start = 0; start < ids.length; start += MOST_AT_ONCE) {
    const wanted = new URLSearchParams(ids.slice(start, start + MOST_AT_ONCE).map((id) => ['id', id]));
    const { values } = await readJira(
      api.asApp().requestJira(route`/rest/api/3/project/search?maxResults=${MOST_AT_ONCE}&${wanted}`, {
        method: 'GET',
      }),
      projectsSchema,
    );
    for (const { id } of values) found.add(id);
  }
  return found;
}

const projectPageSchema = v.object({ values: v.array(withId), isLast: v.optional(v.boolean(), true) });

/** Ids of all projects the app may see. */
export async function allProjects(): Promise<readonly string[]> {
  const found: string[] = [];
  for (;;) {
    const { values, isLast } = await readJira(
      api
        .asApp()
        .requestJira(route`/rest/api/3/project/search?maxResults=${MOST_AT_ONCE}&startAt=${found.length}`, {
          method: 'GET',
        }),
      projectPageSchema,
    );
    found.push(...values.map(({ id }) => id));
    if (isLast || values.length === 0) return found;
  }
}

const groupsSchema = v.object({ values: v.array(v.object({ groupId: v.string(), name: v.string() })) });

/**
 * Ids and names of those groups that exist, of some that are named by either. A group is found by the name it has now: one
 * that was renamed is not known by its old name.
 */
export async function existingGroups(named: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let start = 0; start < named.length; start += MOST_AT_ONCE) {
    const part = named.slice(start, start + MOST_AT_ONCE);
    const ids = part.filter(isGroupId);
    for (const [parameter, values] of [['groupId', ids] as const, ['groupName', part] as const]) {
      if (values.length === 0) continue;
      const wanted = new URLSearchParams(values.map((value) => [parameter, value]));
      const page = await readJira(
        api.asApp().requestJira(route`/rest/api/3/group/bulk?maxResults=${MOST_AT_ONCE}&${wanted}`, {
          method: 'GET',
        }),
        groupsSchema,
      );
      for (const { groupId, name } of page.values) found.add(groupId).add(name);
    }
  }
  return found;
}
