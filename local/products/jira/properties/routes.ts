import { jsonOf } from '../../shared/body.ts';
import { forbidden, notFound } from '../../shared/product-error.ts';
import { type Call, get, ok, route, type Route } from '../../shared/router.ts';
import { accountOf } from '../../users/directory.ts';
import { issueIn } from '../issues/row.ts';
import { can, canGlobally } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { type Entity, getProperty, propertyKeys, setProperty } from './store.ts';

const CANT_WRITE = 'You do not have permission to edit this.';

/** The id of the issue of a call. Throws where the caller may not read it, or not write what shall be written. */
function issueOf(site: Site, call: Call, write = false): string {
  const row = issueIn(site, call);
  if (write && !can(site, call.actor, 'EDIT_ISSUES', row.project_id, row)) throw forbidden(CANT_WRITE);
  return String(row.id);
}

/** The account of a call: the caller's own, or anybody's for an administrator. */
function accountIn(site: Site, call: Call): string {
  const accountId = call.query.get('accountId') ?? '';
  if (accountId !== accountOf(call.actor) && !canGlobally(site, call.actor, 'ADMINISTER'))
    throw forbidden(CANT_WRITE);
  if (!site.users.get(accountId)) throw notFound('The user does not exist.');
  return accountId;
}

const keyOf = (call: Call): string => call.params['propertyKey'] ?? '';

function read(site: Site, call: Call, entity: Entity, id: string) {
  const key = keyOf(call);
  const found = getProperty(site, entity, id, key);
  if (!found) throw notFound(`The property with key '${key}' could not be found.`);
  return ok({ key, value: found.value });
}

const write = (site: Site, call: Call, entity: Entity, id: string) => ({
  status: setProperty(site, entity, id, keyOf(call), jsonOf(call)) ? 201 : 200,
  body: {},
});

/** Entity properties of issues and users. */
export function propertyRoutes(site: Site): Route[] {
  const ofIssue = '/rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}';
  const ofUser = '/rest/api/3/user/properties';
  return [
    route('GET', ofIssue, (call) => read(site, call, 'issue', issueOf(site, call))),
    route('PUT', ofIssue, (call) => write(site, call, 'issue', issueOf(site, call, true))),
    get(ofUser, (call) => {
      const self = `${site.baseUrl}${ofUser}`;
      const keys = propertyKeys(site, 'user', accountIn(site, call));
      return { keys: keys.map((key) => ({ key, self: `${self}/${encodeURIComponent(key)}` })) };
    }),
    route('GET', `${ofUser}/{propertyKey}`, (call) => read(site, call, 'user', accountIn(site, call))),
    route('PUT', `${ofUser}/{propertyKey}`, (call) => write(site, call, 'user', accountIn(site, call))),
  ];
}
