import { type ProductRequest, type ProductResponse } from '../../kernel/types.ts';
import { ProductError } from '../shared/product-error.ts';
import { type Route, router } from '../shared/router.ts';
import { accountOf } from '../users/directory.ts';
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
  ...propertyRoutes(site),
  ...linkRoutes(site),
  ...notifyRoutes(site),
  ...searchRoutes(site),
  ...appFieldRoutes(site),
  ...serviceManagementRoutes(site),
];

/** Paths that a person who is not logged in may call. */
const OPEN = new Set(['/rest/api/3/serverInfo']);

/** A refusal as the platform words it, or Service Management, which has one sentence for it. */
const errorBody = ({ messages, fields }: ProductError, path: string): object =>
  path.startsWith('/rest/servicedeskapi/')
    ? { errorMessage: messages.join(' ') }
    : { errorMessages: messages, errors: fields };

function refusalBefore(site: Site, request: ProductRequest): ProductError | undefined {
  if (request.actor.kind === 'app' || OPEN.has(request.path.split('?')[0] ?? '')) return undefined;
  const accountId = accountOf(request.actor);
  const user = accountId === undefined ? undefined : site.users.get(accountId);
  if (!user?.active) return new ProductError(401, ['Client must be authenticated to access this resource.']);
  return user.products.includes('jira')
    ? undefined
    : new ProductError(403, ['You do not have access to Jira.']);
}

/** Default grants come into force the first time a permission is seen, so that an admin's later choice stays. */
function grantDefaults(site: Site, permissions: readonly GlobalPermission[]): void {
  for (const { key, defaultGrants } of permissions) {
    const mark = `granted:${key}`;
    if (site.sql.one('select 1 from jira_settings where name = ?', [mark])) continue;
    site.sql.run('insert into jira_settings values (?, ?)', [mark, '1']);
    for (const grant of defaultGrants) {
      if (grant === 'all')
        site.sql.run("insert or ignore into jira_global_grants values (?, 'loggedIn', '')", [key]);
      if (grant === 'jira-administrators')
        site.sql.run("insert or ignore into jira_global_grants values (?, 'group', 'jira-administrators')", [
          key,
        ]);
    }
  }
}

/** A local Jira over a database: answers REST, tells what changed, and can be seeded. */
export function createJira(options: JiraOptions): Jira & { readonly routes: readonly Route[] } {
  const site = openSite(options);
  const routes = routesOf(site);
  const dispatch = router(routes);
  const answer = (request: ProductRequest): ProductResponse => {
    try {
      const refusal = refusalBefore(site, request);
      if (refusal) throw refusal;
      return (
        dispatch(request) ?? {
          status: 404,
          body: { errorMessages: ['There is nothing at this address on the local site.'], errors: {} },
        }
      );
    } catch (error) {
      if (error instanceof ProductError)
        return { status: error.status, body: errorBody(error, request.path) };
      throw error;
    }
  };
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
