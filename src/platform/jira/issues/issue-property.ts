import api, { route } from '@forge/api';
import * as v from 'valibot';
import { findJira, jsonBody } from '../client';

/** Writes an issue property; nothing happens when the issue is gone. */
export async function putIssueProperty(issueId: string, key: string, value: unknown): Promise<void> {
  await findJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}/properties/${key}`, {
      method: 'PUT',
      ...jsonBody(value),
    }),
    v.unknown(),
  );
}
