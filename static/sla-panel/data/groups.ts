/** Which team or group held an issue: read when somebody asks where the time went, and not before. */
import { groupFieldOf } from '../../../src/sla/definitions/domain/display/model';
import { type GroupedHistory, jiraIssueSchema, withGroup } from '../../../src/sla/engine/history';
import { askJira } from '../../shared/product';
import { teamField } from '../../shared/team-field';
import type { IssueRef } from './issue';
import type { Source } from './load-source';

/** The history with its groups, for a replay; null on a site without a field that holds them. Throws ProductFailed. */
export async function readGroups(
  issue: IssueRef,
  { history, changelog, definitions: { display } }: Source,
): Promise<GroupedHistory | null> {
  const field = groupFieldOf(display, display?.groupField === undefined ? await teamField() : null);
  if (field === null) return null;
  const path = `/rest/api/3/issue/${encodeURIComponent(issue.id)}?fields=created,${field}`;
  const found = await askJira(path, jiraIssueSchema);
  return withGroup(history, { field, issue: found, changelog });
}
