import { notFound } from '../../shared/product-error.ts';
import { pageOf } from '../../shared/paging.ts';
import { type Call, get, type Route } from '../../shared/router.ts';
import { openTo, screenOf } from '../fields/screens.ts';
import { operationsOf } from '../issues/field-meta.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { issueTypeBean } from './beans.ts';
import { type Project, typesOfProject } from './catalog.ts';
import { visibleProject } from './routes.ts';

function creatable(site: Site, call: Call): Project {
  const found = visibleProject(site, call);
  if (!can(site, call.actor, 'CREATE_ISSUES', found.id))
    throw notFound(`No project could be found with key '${found.key}'.`);
  return found;
}

const cut = <T>(
  all: readonly T[],
  call: Call,
): { startAt: number; maxResults: number; total: number; part: T[] } => {
  const { startAt, maxResults } = pageOf(call, 50, 200);
  return { startAt, maxResults, total: all.length, part: all.slice(startAt, startAt + maxResults) };
};

/** What a project lets the caller create, and with which fields. */
export const createMetaRoutes = (site: Site): Route[] => [
  get('/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes', (call) => {
    const { part, ...page } = cut(typesOfProject(site, creatable(site, call).id), call);
    return {
      ...page,
      issueTypes: part.map((type) => ({ ...issueTypeBean(site, type), expand: 'fields' })),
    };
  }),
  get('/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}', (call) => {
    const found = creatable(site, call);
    const type = typesOfProject(site, found.id).find((one) => one.id === call.params['issueTypeId']);
    if (!type) throw notFound('The issue type was not found in this project.');
    const screen = screenOf(site, found.id, type.id, type.subtask === 1);
    const open = openTo(site, call.actor, found.id, screen);
    const { part, ...page } = cut(open, call);
    return {
      ...page,
      fields: part.map(({ field, required }) => ({
        fieldId: field.id,
        ...operationsOf(site, call.actor, found.id, field, required),
      })),
    };
  }),
];
