import { answerer } from '../shared/product.ts';
import { type Route } from '../shared/router.ts';
import { attachmentRoutes } from './attachments/routes.ts';
import { createMetaRoutes } from './catalog/create-meta.ts';
import { roleRoutes } from './catalog/role-routes.ts';
import { catalogRoutes } from './catalog/routes.ts';
import { commentRoutes } from './comments/routes.ts';
import { appFieldRoutes } from './fields/app-routes.ts';
import { registerFields } from './fields/register.ts';
import { issueRoutes } from './issues/routes.ts';
import { precompute } from './jql/app-functions.ts';
import { linkRoutes } from './links/routes.ts';
import { visibleIssue } from './issues/row.ts';
import { moveToSpace } from './issues/move-space.ts';
import { mails } from './notify/notify.ts';
import { notifyRoutes } from './notify/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { permissionRoutes } from './permissions/routes.ts';
import { propertyRoutes } from './properties/routes.ts';
import { queriesOf } from './search/queries-of.ts';
import { searchRoutes } from './search/routes.ts';
import { importIssue } from './seed/import-issue.ts';
import { structureSeeding } from './seed/structure.ts';
import { serviceManagementRoutes } from './service-management/routes.ts';
import { type JiraOptions, openSite, type Site } from './site.ts';
import { type GlobalPermission } from '../../kernel/jira-hooks.ts';
import { type Jira } from './types.ts';

export {
  type Jira,
  type JiraSeeding,
  type ImportedIssue,
  type NewProject,
  type NewWorkflow,
  type NewField,
  type Holder,
  type Mail,
  type MoveToSpace,
} from './types.ts';
export { type JiraOptions } from './site.ts';

const routesOf = (site: Site): Route[] => [
  ...catalogRoutes(site),
  ...roleRoutes(site),
  ...createMetaRoutes(site),
  ...peopleRoutes(site),
  ...permissionRoutes(site),
  ...issueRoutes(site),
  ...commentRoutes(site),
  ...attachmentRoutes(site),
  ...propertyRoutes(site),
  ...linkRoutes(site),
  ...notifyRoutes(site),
  ...searchRoutes(site),
  ...appFieldRoutes(site),
  ...serviceManagementRoutes(site),
];

/** Paths that a person who is not logged in may call. */
const OPEN = new Set(['/rest/api/3/serverInfo']);

/** Default grants come into force the first time a permission is seen, so that an admin's later choice stays. */
function grantDefaults(site: Site, permissions: readonly GlobalPermission[]): void {
  for (const { key, defaultGrants } of permissions) {
    const mark = `granted:${key}`;
    if (site.sql.one('select 1 from jira_settings where name = ?', [mark])) continue;
    site.sql.put('jira_settings', [mark, '1']);
    for (const grant of defaultGrants) {
      if (grant === 'none') continue;
      const holder = grant === 'all' ? ['loggedIn', ''] : ['group', grant];
      site.sql.put('jira_global_grants', [key, ...holder], 'ignore');
    }
  }
}

/** A local Jira over a database: answers REST, tells what changed, and can be seeded. */
export function createJira(options: JiraOptions): Jira & { readonly routes: readonly Route[] } {
  const site = openSite(options);
  const routes = routesOf(site);
  const answer = answerer({
    name: 'jira',
    users: site.users,
    routes,
    open: ({ path }) => OPEN.has(path.split('?')[0] ?? ''),
    // Service Management has one sentence for a refusal.
    errorBody: ({ messages, fields }, path) =>
      path.startsWith('/rest/servicedeskapi/')
        ? { errorMessage: messages.join(' ') }
        : { errorMessages: messages, errors: fields },
  });
  return {
    name: 'jira',
    routes,
    handle: async (request) => {
      for (const jql of queriesOf(request)) await precompute(site, jql);
      return answer(request);
    },
    onEvent: (listener) => site.events.on(listener),
    users: site.users,
    ...structureSeeding(site),
    importIssue: (issue) => importIssue(site, issue),
    mails: () => mails(site),
    moveToSpace: (accountId, issueKey, move) => {
      const actor = { kind: 'user', accountId } as const;
      const cause = { accountId, selfGenerated: false };
      return moveToSpace(site, actor, visibleIssue(site, actor, issueKey), move, cause);
    },
    registerGlobalPermissions: (permissions) => {
      site.hooks.globalPermissions = permissions;
      grantDefaults(site, permissions);
    },
    registerProjectPermissions: (permissions) => {
      site.hooks.projectPermissions = permissions;
    },
    registerEntityProperties: (properties) => {
      site.hooks.entityProperties = properties;
    },
    registerFields: (fields) => registerFields(site, fields),
    registerJqlFunctions: (functions) => {
      site.hooks.jqlFunctions = functions;
    },
  };
}
