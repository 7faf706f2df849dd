import api, { route } from '@forge/api';
import * as v from 'valibot';
import { readJira } from '../client';
import { ifJiraTells } from '../if-told';

const pageSchema = v.object({
  values: v.array(v.object({ id: v.string(), name: v.string(), issueTypeId: v.string() })),
  isLastPage: v.optional(v.boolean(), true),
});

export type RequestType = v.InferOutput<typeof pageSchema>['values'][number];

const PAGE = 100;
const MAX_PAGES = 10;

/** What customers may ask for in a space of Service Management, as the app sees it; `null` while Jira can't say. */
export const requestTypesOf = (projectId: string): Promise<readonly RequestType[] | null> =>
  ifJiraTells(allOf(projectId));

async function allOf(projectId: string): Promise<readonly RequestType[]> {
  const found: RequestType[] = [];
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { values, isLastPage } = await readJira(
      api
        .asApp()
        .requestJira(
          route`/rest/servicedeskapi/servicedesk/${projectId}/requesttype?start=${found.length}&limit=${PAGE}`,
        ),
      pageSchema,
    );
    found.push(...values);
    if (isLastPage || values.length === 0) break;
  }
  return found;
}
