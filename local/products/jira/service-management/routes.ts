import { numberParam } from '../../shared/paging.ts';
import { forbidden, notFound } from '../../shared/product-error.ts';
import { type Call, ok, type Route, route } from '../../shared/router.ts';
import { type IssueRow, visibleIssue } from '../issues/row.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { slaBean } from './bean.ts';
import { slasOf } from './store.ts';

const MOST = 50;

/** What Service Management tells of a request's own SLAs, to agents: here, whoever may edit it. */
export function serviceManagementRoutes(site: Site): Route[] {
  const at = '/rest/servicedeskapi/request/{issueIdOrKey}/sla';
  const slas = (call: Call): { readonly issue: IssueRow; readonly beans: readonly object[] } => {
    const issue = visibleIssue(site, call.actor, call.params['issueIdOrKey'] ?? '');
    const defined = slasOf(site, issue.project_id);
    if (defined === null) throw notFound('The request was not found.');
    if (!can(site, call.actor, 'EDIT_ISSUES', issue.project_id, issue))
      throw forbidden('Only agents of the service desk may see its SLAs.');
    return { issue, beans: defined.flatMap((sla) => slaBean(site, issue, sla) ?? []) };
  };
  return [
    route('GET', at, (call) => {
      const { issue, beans } = slas(call);
      const start = numberParam(call, 'start', 0);
      const limit = Math.min(numberParam(call, 'limit', MOST), MOST);
      const values = beans.slice(start, start + limit);
      return ok({
        _expands: [],
        _links: {
          self: `${site.baseUrl}/rest/servicedeskapi/request/${issue.id}/sla`,
          base: `${site.baseUrl}/rest/servicedeskapi`,
          context: '',
        },
        size: values.length,
        start,
        limit,
        isLastPage: start + limit >= beans.length,
        values,
      });
    }),
  ];
}
