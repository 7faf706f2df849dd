import * as v from 'valibot';
import { bodyOf } from '../../shared/body.ts';
import { type Cause } from '../../shared/events.ts';
import { badRequest, forbidden, notFound } from '../../shared/product-error.ts';
import { type Call, noContent, ok, type Route, route } from '../../shared/router.ts';
import { causeOf } from '../cause.ts';
import { addComment, parseComment } from '../comments/add.ts';
import { findIssue, type IssueRow, reload, visibleIssue } from '../issues/row.ts';
import { recordChange } from '../issues/changelog.ts';
import { shortBean } from '../issues/short-bean.ts';
import { tellUpdated } from '../issues/tell.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { type LinkRow, type LinkType, linkTypeBean, linkTypes } from './link-bean.ts';

const end = v.looseObject({ key: v.optional(v.string()), id: v.optional(v.string()) });
const linkSchema = v.looseObject({
  type: v.looseObject({ id: v.optional(v.string()), name: v.optional(v.string()) }),
  inwardIssue: end,
  outwardIssue: end,
  comment: v.optional(v.unknown()),
});

/** Both ends tell of the link in their own history, as Jira does. */
function recordLink(
  site: Site,
  row: IssueRow,
  words: string,
  other: IssueRow,
  added: boolean,
  cause: Cause,
): void {
  const told = { id: other.key, text: `This issue ${words} ${other.key}` };
  const [from, to] = added ? [undefined, told] : [told, undefined];
  const item = {
    field: 'Link',
    fieldId: 'issuelinks',
    fieldtype: 'jira' as const,
    from: from?.id ?? null,
    fromString: from?.text ?? null,
    to: to?.id ?? null,
    toString: to?.text ?? null,
  };
  const at = site.clock.now();
  site.sql.run('update jira_issues set updated = ? where id = ?', [at, row.id]);
  const change = recordChange(site, row.id, cause.accountId ?? null, at, [item]);
  tellUpdated(site, reload(site, row), change, cause);
}

function guard(site: Site, call: Call, row: IssueRow): void {
  if (!can(site, call.actor, 'LINK_ISSUES', row.project_id, row))
    throw forbidden('You do not have the permission to link issues.');
}

function recordBoth(
  site: Site,
  call: Call,
  type: LinkType,
  inward: IssueRow,
  outward: IssueRow,
  added: boolean,
): void {
  recordLink(site, inward, type.outward, outward, added, causeOf(call));
  recordLink(site, outward, type.inward, inward, added, causeOf(call));
}

function link(site: Site, call: Call): void {
  const asked = bodyOf(call, linkSchema);
  const type = linkTypes(site).find((one) =>
    asked.type.id === undefined ? one.name === asked.type.name : one.id === asked.type.id,
  );
  if (!type)
    throw notFound(`No issue link type with name '${asked.type.name ?? asked.type.id ?? ''}' found.`);
  const inward = visibleIssue(site, call.actor, asked.inwardIssue.id ?? asked.inwardIssue.key ?? '');
  const outward = visibleIssue(site, call.actor, asked.outwardIssue.id ?? asked.outwardIssue.key ?? '');
  if (inward.id === outward.id) throw badRequest('You cannot link an issue to itself.');
  guard(site, call, inward);
  const known = site.sql.one('select 1 from jira_links where type_id = ? and inward = ? and outward = ?', [
    type.id,
    inward.id,
    outward.id,
  ]);
  if (known) return;
  site.sql.run('insert into jira_links (type_id, outward, inward) values (?, ?, ?)', [
    type.id,
    outward.id,
    inward.id,
  ]);
  recordBoth(site, call, type, inward, outward, true);
  if (asked.comment !== undefined)
    addComment(site, call.actor, reload(site, inward), parseComment(asked.comment), causeOf(call));
}

interface Ends {
  readonly row: LinkRow;
  readonly type: LinkType;
  readonly inward: IssueRow;
  readonly outward: IssueRow;
}

function linkById(site: Site, call: Call): Ends {
  const missing = notFound(`No issue link with id '${call.params['linkId'] ?? ''}' exists.`);
  const row = site.sql.one<LinkRow>('select * from jira_links where id = ?', [Number(call.params['linkId'])]);
  const type = row && linkTypes(site).find((one) => one.id === row.type_id);
  const inward = row && findIssue(site, row.inward);
  const outward = row && findIssue(site, row.outward);
  if (!row || !type || !inward || !outward) throw missing;
  const seen = [inward, outward].every((one) =>
    can(site, call.actor, 'BROWSE_PROJECTS', one.project_id, one),
  );
  if (!seen) throw missing;
  return { row, type, inward, outward };
}

/** Links between issues. */
export const linkRoutes = (site: Site): Route[] => [
  route('GET', '/rest/api/3/issueLinkType', () =>
    ok({ issueLinkTypes: linkTypes(site).map((type) => linkTypeBean(site, type)) }),
  ),
  route('POST', '/rest/api/3/issueLink', (call) => {
    link(site, call);
    return { status: 201 };
  }),
  route('GET', '/rest/api/3/issueLink/{linkId}', (call) => {
    const { row, type, inward, outward } = linkById(site, call);
    const self = `${site.baseUrl}/rest/api/3/issueLink/${row.id}`;
    return ok({
      id: String(row.id),
      self,
      type: linkTypeBean(site, type),
      inwardIssue: shortBean(site, inward),
      outwardIssue: shortBean(site, outward),
    });
  }),
  route('DELETE', '/rest/api/3/issueLink/{linkId}', (call) => {
    const { row, type, inward, outward } = linkById(site, call);
    guard(site, call, inward);
    site.sql.run('delete from jira_links where id = ?', [row.id]);
    recordBoth(site, call, type, inward, outward, false);
    return noContent();
  }),
];
