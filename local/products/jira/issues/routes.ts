import * as v from 'valibot';
import { bodyOf } from '../../shared/body.ts';
import { causeOf } from '../../shared/events.ts';
import { badRequest, forbidden, invalidFields, ProductError } from '../../shared/product-error.ts';
import { listParam, pageBean, pageOf } from '../../shared/paging.ts';
import { act, type Call, created, get, ok, route, type Route } from '../../shared/router.ts';
import { accountOf } from '../../users/directory.ts';
import { fieldOf } from '../fields/definitions.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { applySettings } from './apply.ts';
import { chosenFields } from './bean.ts';
import { changeBean, changesOf } from './changelog.ts';
import { createIssue } from './create.ts';
import { editIssue } from './edit.ts';
import { issueBean, transitionBean, type View } from './expanded.ts';
import { removeIssue } from './remove.ts';
import { issueUpdateSchema } from './request.ts';
import { issueIn, type IssueRow, reload, visibleIssue } from './row.ts';
import { tellUpdated } from './tell.ts';
import { transitionIssue } from './transition.ts';
import { openTransitions } from './workflow.ts';

export const viewOf = (site: Site, call: Call, fallback: readonly string[] = ['*all']): View => ({
  fields: chosenFields(site, listParam(call, 'fields'), fallback),
  expand: new Set(listParam(call, 'expand')),
  properties: listParam(call, 'properties'),
});

const assigneeSchema = v.looseObject({ accountId: v.optional(v.nullable(v.string())) });

/** May this account be given issues of this project? */
export const isAssignable = (site: Site, accountId: string, projectId: number): boolean =>
  site.users.get(accountId)?.active === true &&
  can(site, { kind: 'user', accountId }, 'ASSIGNABLE_USER', projectId);

function assign(site: Site, call: Call, row: IssueRow): void {
  if (!can(site, call.actor, 'ASSIGN_ISSUES', row.project_id, row))
    throw forbidden('You do not have permission to assign issues.');
  const { accountId = null } = bodyOf(call, assigneeSchema);
  const value = accountId === '-1' ? null : accountId;
  if (value !== null && !isAssignable(site, value, row.project_id))
    throw invalidFields({ assignee: `User '${value}' cannot be assigned issues.` });
  const field = fieldOf(site, 'assignee');
  const change =
    field && applySettings(site, row, [{ field, value }], accountOf(call.actor) ?? null, site.clock.now());
  if (change) tellUpdated(site, reload(site, row), change, causeOf(call));
}

const bulkSchema = v.looseObject({
  issueIdsOrKeys: v.array(v.string()),
  fields: v.optional(v.array(v.string()), []),
  expand: v.optional(v.array(v.string()), []),
  properties: v.optional(v.array(v.string()), []),
});

function bulkFetch(site: Site, call: Call): object {
  const asked = bodyOf(call, bulkSchema);
  if (asked.issueIdsOrKeys.length > 100) throw badRequest('The number of issues to fetch cannot exceed 100.');
  const view = {
    fields: chosenFields(site, asked.fields, ['*navigable']),
    expand: new Set(asked.expand),
    properties: asked.properties,
  };
  const rows = [...new Set(asked.issueIdsOrKeys)].map((id) => {
    try {
      return { id, row: visibleIssue(site, call.actor, id) };
    } catch (error) {
      if (error instanceof ProductError) return { id, row: undefined };
      throw error;
    }
  });
  return {
    issues: rows.flatMap(({ row }) => (row ? [issueBean(site, call.actor, row, view)] : [])),
    issueErrors: rows.flatMap(({ id, row }) =>
      row ? [] : [{ id, errorMessage: 'Issue does not exist or you do not have permission to see it.' }],
    ),
  };
}

/** Issues: create, read, edit, move, assign, delete, history. */
export function issueRoutes(site: Site): Route[] {
  const issue = (call: Call): IssueRow => issueIn(site, call);
  const at = '/rest/api/3/issue/{issueIdOrKey}';
  return [
    route('POST', '/rest/api/3/issue', (call) => {
      const row = createIssue(site, call.actor, bodyOf(call, issueUpdateSchema), causeOf(call));
      return created({
        id: String(row.id),
        key: row.key,
        self: `${site.baseUrl}/rest/api/3/issue/${row.id}`,
      });
    }),
    route('POST', '/rest/api/3/issue/bulkfetch', (call) => ok(bulkFetch(site, call))),
    get(at, (call) => issueBean(site, call.actor, issue(call), viewOf(site, call))),
    act('PUT', at, (call) => {
      editIssue(site, call.actor, issue(call), bodyOf(call, issueUpdateSchema), causeOf(call));
    }),
    act('DELETE', at, (call) => {
      removeIssue(site, call.actor, issue(call), call.query.get('deleteSubtasks') === 'true', causeOf(call));
    }),
    act('PUT', `${at}/assignee`, (call) => {
      assign(site, call, issue(call));
    }),
    get(`${at}/transitions`, (call) => {
      const row = issue(call);
      const withFields = listParam(call, 'expand').includes('transitions.fields');
      const open = openTransitions(site, call.actor, row);
      return {
        expand: 'transitions',
        transitions: open.map((one) => transitionBean(site, call.actor, one, row, withFields)),
      };
    }),
    act('POST', `${at}/transitions`, (call) => {
      transitionIssue(site, call.actor, issue(call), bodyOf(call, issueUpdateSchema), causeOf(call));
    }),
    get(`${at}/changelog`, (call) => {
      const row = issue(call);
      const changes = changesOf(site, row.id).map((change) => changeBean(site, change));
      return {
        self: `${site.baseUrl}/rest/api/3/issue/${row.key}/changelog`,
        ...pageBean(changes, pageOf(call, 100)),
      };
    }),
  ];
}
