import api, { route } from '@forge/api';
import * as v from 'valibot';
import { readJira } from '../client';

/** Ids of the site's fields, system and custom. */
export async function fieldIds(): Promise<ReadonlySet<string>> {
  const fields = await readJira(
    api.asApp().requestJira(route`/rest/api/3/field`),
    v.array(v.object({ id: v.string() })),
  );
  return new Set(fields.map(({ id }) => id));
}
