import api, { route } from '@forge/api';
import * as v from 'valibot';
import { REQUEST_PROPERTY } from '../../shared/domain/names';
import { jiraIssueSchema } from '../../sla/domain/history';
import { findJira } from './client';

const schema = v.object({
  ...jiraIssueSchema.entries,
  properties: v.optional(v.record(v.string(), v.unknown())),
});

/** The work type and the request of an issue, as the calling user may see them; `null` when there is no such issue. */
export const readIssueKind = (issueId: string): Promise<v.InferOutput<typeof schema> | null> =>
  findJira(
    api
      .asUser()
      .requestJira(route`/rest/api/3/issue/${issueId}?fields=issuetype&properties=${REQUEST_PROPERTY}`, {
        method: 'GET',
      }),
    schema,
  );
