import api, { route } from '@forge/api';
import * as v from 'valibot';
import { readJira } from './client';

const withId = v.object({ id: v.string() });
const projectsSchema = v.object({ values: v.array(withId) });

/** Jira looks up so many projects at once. */
const MOST_PROJECTS = 50;

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
  for (let start = 0; start < ids.length; start += MOST_PROJECTS) {
    const wanted = new URLSearchParams(ids.slice(start, start + MOST_PROJECTS).map((id) => ['id', id]));
    const { values } = await readJira(
      api.asApp().requestJira(route`/rest/api/3/project/search?maxResults=${MOST_PROJECTS}&${wanted}`, {
        method: 'GET',
      }),
      projectsSchema,
    );
    for (const { id } of values) found.add(id);
  }
  return found;
}
