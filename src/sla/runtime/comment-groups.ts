/** The groups of those who comment, when definitions ask for them. */
import { getAppContext } from '@forge/api';
import { groupsOf } from '../../platform/identity/groups';
import { commenters, type CommentGroups, groupsInComments, type JiraComment } from '../domain/history';
import type { SlaDefinitions } from '../domain/model';

const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 5000;
const kept = new Map<string, { readonly until: number; readonly value: Promise<readonly string[]> }>();

/** An account's groups, asked anew every ten minutes: per site, as a process may serve several. */
function groupsNow(accountId: string): Promise<readonly string[]> {
  const key = `${getAppContext().installationAri.toString()} ${accountId}`;
  const known = kept.get(key);
  if (known !== undefined && known.until > Date.now()) return known.value;
  const value = groupsOf(accountId);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, { until: Date.now() + KEPT_MS, value });
  value.catch(() => kept.delete(key));
  return value;
}

/**
 * Of the authors of these comments, who is in which of the groups that comment triggers name. No call when none is
 * named. Membership is as of now: Jira keeps no history of it.
 */
export async function commentGroupsOf(
  comments: readonly JiraComment[],
  definitions: Pick<SlaDefinitions, 'metrics'>,
): Promise<CommentGroups> {
  const named = groupsInComments(definitions);
  if (named.size === 0) return {};
  const known = await Promise.all(
    commenters(comments).map(async (accountId) => {
      const groups = (await groupsNow(accountId)).filter((group) => named.has(group));
      return [accountId, groups] as const;
    }),
  );
  return Object.fromEntries(known.filter(([, groups]) => groups.length > 0));
}
