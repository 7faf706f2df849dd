import { findIssue, type IssueRow } from '../issues/row.ts';
import { shortBean } from '../issues/short-bean.ts';
import { type Site } from '../site.ts';

export interface LinkType {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}

export interface LinkRow {
  readonly id: number;
  readonly type_id: string;
  readonly outward: number;
  readonly inward: number;
}

export const linkTypes = (site: Site): LinkType[] =>
  site.sql.all('select * from jira_link_types order by name');

export const linkTypeBean = (site: Site, type: LinkType): object => ({
  ...type,
  self: `${site.baseUrl}/rest/api/3/issueLinkType/${type.id}`,
});

/** The links of an issue, each naming the issue at the other end. */
export function linkBeansOf(site: Site, row: IssueRow): object[] {
  const types = new Map(linkTypes(site).map((type) => [type.id, type]));
  const links = site.sql.all<LinkRow>(
    'select * from jira_links where outward = ? or inward = ? order by id',
    [row.id, row.id],
  );
  return links.flatMap((link) => {
    const type = types.get(link.type_id);
    const outgoing = link.inward === row.id;
    const other = findIssue(site, outgoing ? link.outward : link.inward);
    if (!type || !other) return [];
    const end = outgoing ? { outwardIssue: shortBean(site, other) } : { inwardIssue: shortBean(site, other) };
    return [
      {
        id: String(link.id),
        self: `${site.baseUrl}/rest/api/3/issueLink/${link.id}`,
        type: linkTypeBean(site, type),
        ...end,
      },
    ];
  });
}
