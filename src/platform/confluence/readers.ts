import api, { route } from '@forge/api';
import * as v from 'valibot';
import { AppFailure } from '../../kernel/errors';
import { findConfluence } from './client';

const answerSchema = v.object({ hasPermission: v.boolean() });

/**
 * Whether another person may read a page: site, space, page and parents together, as Confluence itself answers it.
 * Asked as the calling user: Confluence tells about others to its administrators only, and an app never is one.
 * `unknown` when Confluence does not tell.
 */
export async function mayRead(accountId: string, pageId: string): Promise<'yes' | 'no' | 'unknown'> {
  try {
    const answer = await findConfluence(
      api.asUser().requestConfluence(route`/wiki/rest/api/content/${pageId}/permission/check`, {
        method: 'POST',
        body: JSON.stringify({ subject: { type: 'user', identifier: accountId }, operation: 'read' }),
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      }),
      answerSchema,
    );
    if (answer === null) return 'unknown';
    return answer.hasPermission ? 'yes' : 'no';
  } catch (error) {
    if (error instanceof AppFailure) return 'unknown';
    throw error;
  }
}
