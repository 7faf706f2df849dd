import { notFound } from '../../shared/product-error.ts';
import { pageBean, pageOf } from '../../shared/paging.ts';
import { jiraStamp } from '../../shared/stamp.ts';
import { type Call, get, type Route } from '../../shared/router.ts';
import { type Field, allFields, customIdOf, schemaBean } from '../fields/definitions.ts';
import { statusesOf } from '../issues/workflow.ts';
import { can } from '../permissions/can.ts';
import { securityLevelBean, settableLevels } from '../permissions/security.ts';
import { type Site } from '../site.ts';
import { componentBean, issueTypeBean, priorityBean, projectBean, statusBean, userBeanOf } from './beans.ts';
import {
  components,
  issueTypes,
  priorities,
  project,
  type Project,
  projects,
  resolutions,
  statuses,
  typesOfProject,
} from './catalog.ts';

/** The project of a call; 404 the same for absent and for hidden. */
export function visibleProject(site: Site, call: Call): Project {
  const found = project(site, call.params['projectIdOrKey'] ?? '');
  if (!found || !can(site, call.actor, 'BROWSE_PROJECTS', found.id))
    throw notFound(`No project could be found with key '${call.params['projectIdOrKey'] ?? ''}'.`);
  return found;
}

function fullProject(site: Site, found: Project): object {
  return {
    ...projectBean(site, found),
    description: found.description,
    ...(found.lead === null ? {} : { lead: userBeanOf(site, found.lead) }),
    components: components(site, found.id).map((one) => componentBean(site, one)),
    issueTypes: typesOfProject(site, found.id).map((one) => issueTypeBean(site, one)),
    assigneeType: 'UNASSIGNED',
    versions: [],
    style: 'classic',
    isPrivate: false,
    roles: Object.fromEntries(
      roles(site).map((role) => [
        role.name,
        `${site.baseUrl}/rest/api/3/project/${found.id}/role/${role.id}`,
      ]),
    ),
  };
}

const roles = (site: Site): { id: number; name: string }[] =>
  site.sql.all('select id, name from jira_roles order by id');

function fieldBean(field: Field): object {
  const names = field.custom ? [`cf[${customIdOf(field)}]`, field.name] : [field.id];
  return {
    id: field.id,
    key: field.appKey ?? field.id,
    name: field.name,
    custom: field.custom,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: names,
    schema: schemaBean(field),
  };
}

function searchProjects(site: Site, call: Call): object {
  const text = (call.query.get('query') ?? '').toLowerCase();
  const ids = call.query.getAll('id');
  const found = projects(site)
    .filter((one) => can(site, call.actor, 'BROWSE_PROJECTS', one.id))
    .filter(({ name, key }) => name.toLowerCase().includes(text) || key.toLowerCase().includes(text))
    .filter(({ id }) => ids.length === 0 || ids.includes(String(id)));
  const beans = found.map((one) => projectBean(site, one));
  return { self: `${site.baseUrl}/rest/api/3/project/search`, ...pageBean(beans, pageOf(call)) };
}

const serverInfo = (site: Site): object => ({
  baseUrl: site.baseUrl,
  displayUrl: site.baseUrl,
  version: '1001.0.0-SNAPSHOT',
  versionNumbers: [1001, 0, 0],
  deploymentType: 'Cloud',
  buildNumber: 100_300,
  serverTime: jiraStamp(site.clock.now()),
  serverTitle: 'Jira',
  serverTimeZone: 'Etc/UTC',
});

/** What the site is made of: projects, types, statuses, fields. */
export function catalogRoutes(site: Site): Route[] {
  return [
    get('/rest/api/3/serverInfo', () => serverInfo(site)),
    get('/rest/api/3/project/search', (call) => searchProjects(site, call)),
    get('/rest/api/3/project/{projectIdOrKey}', (call) => fullProject(site, visibleProject(site, call))),
    get('/rest/api/3/project/{projectIdOrKey}/statuses', (call) => {
      const found = visibleProject(site, call);
      return typesOfProject(site, found.id).map((type) => ({
        self: `${site.baseUrl}/rest/api/3/issuetype/${type.id}`,
        id: type.id,
        name: type.name,
        subtask: type.subtask === 1,
        statuses: statusesOf(site, found.id, type.id).map((one) => statusBean(site, one)),
      }));
    }),
    get('/rest/api/3/project/{projectIdOrKey}/securitylevel', (call) => ({
      levels: settableLevels(site, call.actor, visibleProject(site, call).id).map((level) =>
        securityLevelBean(site, level),
      ),
    })),
    get('/rest/api/3/issuetype', () => issueTypes(site).map((one) => issueTypeBean(site, one))),
    get('/rest/api/3/priority/search', (call) =>
      pageBean(
        priorities(site).map((one) => ({
          ...priorityBean(site, one),
          statusColor: one.color,
          description: '',
          isDefault: false,
        })),
        pageOf(call, 50, 50),
      ),
    ),
    get('/rest/api/3/resolution/search', (call) =>
      pageBean(
        resolutions(site).map(({ id, name }) => ({ id, name, description: '' })),
        pageOf(call, 50, 50),
      ),
    ),
    get('/rest/api/3/status', () => statuses(site).map((one) => statusBean(site, one))),
    get('/rest/api/3/field', () => allFields(site).map(fieldBean)),
  ];
}
