import api, { route } from '@forge/api';
import type * as v from 'valibot';
import { REQUEST_PROPERTY } from '../../../kernel/names';
import { issueKindSchema } from '../../../sla/engine/forecast/key-of-issue';
import { findJira } from '../client';

/** The work type and the request of an issue, as the calling user may see them; `null` when there is no such issue. */
export const readIssueKind = (issueId: string): Promise<v.InferOutput<typeof issueKindSchema> | null> =>
  findJira(
    api
      .asUser()
      .requestJira(route`/rest/api/3/issue/${issueId}?fields=issuetype&properties=${REQUEST_PROPERTY}`),
    issueKindSchema,
  );
