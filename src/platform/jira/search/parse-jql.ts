import api, { route } from '@forge/api';
import * as v from 'valibot';
import { jsonBody, readJira } from '../client';

const schema = v.object({ queries: v.array(v.object({ errors: v.optional(v.array(v.string()), []) })) });

/** What Jira finds wrong with each of some queries, in its own words; empty where nothing is. */
export async function jqlErrors(queries: readonly string[]): Promise<readonly (readonly string[])[]> {
  const answer = await readJira(
    api.asApp().requestJira(route`/rest/api/3/jql/parse?validation=strict`, {
      method: 'POST',
      ...jsonBody({ queries }),
    }),
    schema,
  );
  return queries.map((_, index) => answer.queries[index]?.errors ?? []);
}
