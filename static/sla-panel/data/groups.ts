/** Which team or group held an issue: read when somebody asks where the time went, and not before. */
import { groupFieldOf } from '../../../src/sla/definitions/domain/display/model';
import { type GroupedHistory, jiraIssueSchema, withGroup } from '../../../src/sla/engine/history';
import type { IssueHistory, SlaDefinitions } from '../../../src/sla/engine/model';
import { askJira } from '../../shared/product';
import { teamField } from '../../shared/team-field';
import { readChangelog } from './history';
import type { IssueRef } from './issue';

/** The history with its groups, for a replay; null on a site without a field that holds them. Throws ProductFailed. */
export async function readGroups(
  issue: IssueRef,
  history: IssueHistory,
  { display }: SlaDefinitions,
): Promise<GroupedHistory | null> {
  const field = groupFieldOf(display, display?.groupField === undefined ? await teamField() : null);
  if (field === null) return null;
  const root = `/rest/api/3/issue/${encodeURIComponent(issue.id)}`;
  const [found, changelog] = await Promise.all([
    askJira(`${root}?fields=created,${field}`, jiraIssueSchema),
    readChangelog(root),
  ]);
  return withGroup(history, { field, issue: found, changelog });
}
