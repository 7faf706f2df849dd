import api, { route } from '@forge/api';
import * as v from 'valibot';
import { readJira } from '../client';
import { ifJiraTells } from '../if-told';

const schema = v.array(v.object({ id: v.string(), statuses: v.array(v.object({ id: v.string() })) }));

/** Status ids by work type of a project, as the app sees them; `null` while Jira can't say, or may not tell the app. */
export async function statusesByType(
  projectId: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>> | null> {
  const types = await ifJiraTells(
    readJira(api.asApp().requestJira(route`/rest/api/3/project/${projectId}/statuses`), schema),
  );
  return types && new Map(types.map(({ id, statuses }) => [id, new Set(statuses.map((each) => each.id))]));
}
