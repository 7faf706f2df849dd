import api, { route } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused, JiraUnavailable } from '../../../kernel/errors';
import { readJira } from '../client';

const selfSchema = v.object({ accountId: v.string() });

/** Whether the calling user has access to Jira at all: readers of Confluence may have none. */
export async function isJiraUser(): Promise<boolean> {
  try {
    await readJira(api.asUser().requestJira(route`/rest/api/3/myself`), selfSchema);
    return true;
  } catch (error) {
    if (
      error instanceof JiraRefused ||
      (error instanceof JiraUnavailable && error.retryAfterSeconds === undefined)
    ) {
      return false;
    }
    throw error;
  }
}
