import { jiraStamp } from '../../shared/stamp.ts';
import { userBeanOf } from '../catalog/beans.ts';
import { eventUser } from '../issues/tell.ts';
import { propertiesOf } from '../properties/store.ts';
import { type Site } from '../site.ts';
import { type CommentRow, visibilityOf } from './row.ts';

/** A comment as REST shows it, with its properties where they are asked for. */
export function commentBean(site: Site, row: CommentRow, withProperties = false): object {
  const visibility = visibilityOf(row);
  return {
    self: `${site.baseUrl}/rest/api/3/issue/${row.issue_id}/comment/${row.id}`,
    id: String(row.id),
    ...(row.author === null ? {} : { author: userBeanOf(site, row.author) }),
    body: JSON.parse(row.body) as unknown,
    ...(row.editor === null ? {} : { updateAuthor: userBeanOf(site, row.editor) }),
    created: jiraStamp(row.created),
    updated: jiraStamp(row.updated),
    ...(visibility ? { visibility } : {}),
    jsdPublic: row.internal === 0,
    ...(withProperties ? { properties: propertiesOf(site, 'comment', row.id) } : {}),
  };
}

/** A comment as events carry it: no account type, no visibility, no properties. */
export const eventComment = (site: Site, row: CommentRow): object => ({
  id: String(row.id),
  ...(row.author === null ? {} : { author: eventUser(row.author) }),
  body: JSON.parse(row.body) as unknown,
  ...(row.editor === null ? {} : { updateAuthor: eventUser(row.editor) }),
  created: jiraStamp(row.created),
  updated: jiraStamp(row.updated),
  jsdPublic: row.internal === 0,
});
