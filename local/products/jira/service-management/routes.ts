import * as v from 'valibot';
import { bodyOf } from '../../shared/body.ts';
import { causeOf } from '../../shared/events.ts';
import { forbidden, notFound } from '../../shared/product-error.ts';
import { type Call, get, ok, route, type Route } from '../../shared/router.ts';
import { issueIn, type IssueRow } from '../issues/row.ts';
import { type Project, projects } from '../catalog/catalog.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { answer, approvalBean, pendingApproval } from './approval.ts';
import { deskAttachmentRoutes } from './attachment-routes.ts';
import { page, slaBean } from './bean.ts';
import { deskIdOf, requestTypeBean, requestTypes } from './request-types.ts';
import { slasOf } from './store.ts';

const decisionSchema = v.looseObject({ decision: v.picklist(['approve', 'decline']) });

/** The service project of a call, which names its desk or the project; 404 for others, and for what the caller may not see. */
function deskOf(site: Site, call: Call): Project {
  const asked = call.params['serviceDeskId'] ?? '';
  const found = projects(site).find(({ id, key }) => [deskIdOf(id), String(id), key].includes(asked));
  if (found?.type !== 'service_desk' || !can(site, call.actor, 'BROWSE_PROJECTS', found.id))
    throw notFound('The service desk was not found.');
  return found;
}

/**
 * What Service Management tells of a request's own SLAs, to agents: here, whoever may edit it; and of its approval, to
 * whoever sees the request.
 */
export function serviceManagementRoutes(site: Site): Route[] {
  const at = '/rest/servicedeskapi/request/{issueIdOrKey}';
  const request = (call: Call): IssueRow => issueIn(site, call);
  const slas = (call: Call): { readonly issue: IssueRow; readonly beans: readonly object[] } => {
    const issue = request(call);
    const defined = slasOf(site, issue.project_id);
    if (defined === null) throw notFound('The request was not found.');
    if (!can(site, call.actor, 'EDIT_ISSUES', issue.project_id, issue))
      throw forbidden('Only agents of the service desk may see its SLAs.');
    return { issue, beans: defined.flatMap((sla) => slaBean(site, issue, sla) ?? []) };
  };
  return [
    ...deskAttachmentRoutes(site, (call) => deskOf(site, call)),
    get('/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype', (call) => {
      const { id } = deskOf(site, call);
      const beans = requestTypes(site, id).map((type) => requestTypeBean(site, type));
      return page(site, call, `servicedesk/${deskIdOf(id)}/requesttype`, beans);
    }),
    get(`${at}/sla`, (call) => {
      const { issue, beans } = slas(call);
      return page(site, call, `request/${issue.id}/sla`, beans);
    }),
    get(`${at}/approval`, (call) => {
      const issue = request(call);
      const pending = pendingApproval(site, issue);
      const beans = pending ? [approvalBean(site, call.actor, issue, pending)] : [];
      return page(site, call, `request/${issue.id}/approval`, beans);
    }),
    route('POST', `${at}/approval/{approvalId}`, (call) => {
      const issue = request(call);
      const pending = pendingApproval(site, issue);
      if (!pending || pending.id !== call.params['approvalId']) throw notFound('The approval was not found.');
      const { decision } = bodyOf(call, decisionSchema);
      const made = decision === 'approve' ? 'approved' : 'declined';
      return ok(answer(site, call.actor, issue, pending, made, causeOf(call)));
    }),
  ];
}
