import * as v from 'valibot';
import { bodyOf } from '../../shared/body.ts';
import { type Cause, causeOf } from '../../shared/events.ts';
import { badRequest, forbidden, notFound } from '../../shared/product-error.ts';
import { type Call, get, type Route, route } from '../../shared/router.ts';
import { type IssueRow, reload, visibleIssue } from '../issues/row.ts';
import { recordChange } from '../issues/changelog.ts';
import { tellUpdated } from '../issues/tell.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { linkTypeBean, linkTypes } from './link-bean.ts';

const end = v.looseObject({ key: v.optional(v.string()), id: v.optional(v.string()) });
const linkSchema = v.looseObject({
  type: v.looseObject({ id: v.optional(v.string()), name: v.optional(v.string()) }),
  inwardIssue: end,
  outwardIssue: end,
});

/** Both ends tell of the link in their own history, as Jira does. */
function recordLink(site: Site, row: IssueRow, words: string, other: IssueRow, cause: Cause): void {
  const item = {
    field: 'Link',
    fieldId: 'issuelinks',
    fieldtype: 'jira' as const,
    from: null,
    fromString: null,
    to: other.key,
    toString: `This issue ${words} ${other.key}`,
  };
  const at = site.clock.now();
  site.sql.run('update jira_issues set updated = ? where id = ?', [at, row.id]);
  const change = recordChange(site, row.id, cause.accountId ?? null, at, [item]);
  tellUpdated(site, reload(site, row), change, cause);
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
  if (!can(site, call.actor, 'LINK_ISSUES', inward.project_id, inward))
    throw forbidden('You do not have the permission to link issues.');
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
  recordLink(site, inward, type.outward, outward, causeOf(call));
  recordLink(site, outward, type.inward, inward, causeOf(call));
}

/** Links between issues. */
export const linkRoutes = (site: Site): Route[] => [
  get('/rest/api/3/issueLinkType', () => ({
    issueLinkTypes: linkTypes(site).map((type) => linkTypeBean(site, type)),
  })),
  route('POST', '/rest/api/3/issueLink', (call) => {
    link(site, call);
    return { status: 201 };
  }),
];
