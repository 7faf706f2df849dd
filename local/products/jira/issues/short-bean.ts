import { issueTypeBean, priorityBean, statusBean } from '../catalog/beans.ts';
import { issueType, priority, status } from '../catalog/catalog.ts';
import { type Site } from '../site.ts';
import { type IssueRow } from './row.ts';

/** An issue in the few fields it has inside others. */
export function shortBean(site: Site, row: IssueRow): object {
  const state = status(site, row.status_id);
  const type = issueType(site, row.type_id);
  const rank = row.priority_id === null ? undefined : priority(site, row.priority_id);
  return {
    id: String(row.id),
    key: row.key,
    self: `${site.baseUrl}/rest/api/3/issue/${row.id}`,
    fields: {
      summary: row.summary,
      ...(state ? { status: statusBean(site, state) } : {}),
      ...(rank ? { priority: priorityBean(site, rank) } : {}),
      ...(type ? { issuetype: issueTypeBean(site, type) } : {}),
    },
  };
}
