import api, { route } from '@forge/api';
import * as v from 'valibot';
import { findJira, readJira } from '../client';

const withId = v.object({ id: v.string() });
const projectsSchema = v.object({ values: v.array(withId) });

/** Jira looks up so many at once. */
const MOST_AT_ONCE = 50;

/** Those of some project ids that exist and that the app may see. */
export async function existingProjects(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let start = 0; start < ids.length; start += MOST_AT_ONCE) {
    const wanted = new URLSearchParams(ids.slice(start, start + MOST_AT_ONCE).map((id) => ['id', id]));
    const { values } = await readJira(
      api.asApp().requestJira(route`/rest/api/3/project/search?maxResults=${MOST_AT_ONCE}&${wanted}`),
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
        .requestJira(route`/rest/api/3/project/search?maxResults=${MOST_AT_ONCE}&startAt=${found.length}`),
      projectPageSchema,
    );
    found.push(...values.map(({ id }) => id));
    if (isLast || values.length === 0) return found;
  }
}

/** The account that leads a project. */
export async function leadOfProject(projectId: string): Promise<string | null> {
  const project = await findJira(
    api.asApp().requestJira(route`/rest/api/3/project/${projectId}?expand=lead`),
    v.object({ lead: v.nullish(v.object({ accountId: v.string() })) }),
  );
  return project?.lead?.accountId ?? null;
}
