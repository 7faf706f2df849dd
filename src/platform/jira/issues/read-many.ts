/** Many issues by their ids in few calls. */
import api, { type APIResponse, route } from '@forge/api';
import * as v from 'valibot';
import { jsonBody, readJira } from '../client';

/** Jira takes at most so many issues in one call. */
export const MAX_BULK = 100;

export interface Wanted {
  /** Ids or keys. */
  readonly ids: readonly string[];
  readonly fields: readonly string[];
  readonly properties?: readonly string[];
}

/** Those of the issues that the app sees, a call for each hundred; issues that are gone are left out. */
export const readManyAsApp = <T>(wanted: Wanted, issue: v.GenericSchema<unknown, T>): Promise<readonly T[]> =>
  inHundreds(wanted, issue, (body) =>
    api.asApp().requestJira(route`/rest/api/3/issue/bulkfetch`, { method: 'POST', ...jsonBody(body) }),
  );

/** The same for those that the calling user may browse. */
export const readManyAsUser = <T>(
  wanted: Wanted,
  issue: v.GenericSchema<unknown, T>,
): Promise<readonly T[]> =>
  inHundreds(wanted, issue, (body) =>
    api.asUser().requestJira(route`/rest/api/3/issue/bulkfetch`, { method: 'POST', ...jsonBody(body) }),
  );

async function inHundreds<T>(
  { ids, ...wanted }: Wanted,
  issue: v.GenericSchema<unknown, T>,
  ask: (body: object) => Promise<APIResponse>,
): Promise<readonly T[]> {
  // A list that is not there is no empty one: every issue would be taken for gone.
  const answer = v.object({ issues: v.array(issue) });
  const hundreds = Array.from({ length: Math.ceil(ids.length / MAX_BULK) }, (_, n) =>
    ids.slice(n * MAX_BULK, (n + 1) * MAX_BULK),
  );
  const pages = await Promise.all(
    hundreds.map((part) => readJira(ask({ issueIdsOrKeys: part, ...wanted }), answer)),
  );
  return pages.flatMap(({ issues }) => issues);
}
