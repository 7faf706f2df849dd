import * as v from 'valibot';
import { type Actor } from '../../../kernel/types.ts';
import { bodyOf } from '../../shared/body.ts';
import { forbidden, notFound } from '../../shared/product-error.ts';
import { type Call, ok, type Route, route } from '../../shared/router.ts';
import { accountOf, actorOf } from '../../users/directory.ts';
import { canUpdate, findPage, readablePage } from '../pages/row.ts';
import { type Wiki } from '../site.ts';

const checkSchema = v.looseObject({
  subject: v.looseObject({ type: v.picklist(['user', 'group']), identifier: v.string() }),
  operation: v.picklist(['read', 'update', 'delete']),
});

function mayDo(wiki: Wiki, actor: Actor, id: string, operation: 'read' | 'update' | 'delete'): boolean {
  try {
    const row = readablePage(wiki, actor, id);
    return operation === 'read' || canUpdate(wiki, actor, row);
  } catch {
    return false;
  }
}

/** Whose members hold the global permission that lets one ask about others. The app's user never does. */
const ADMINISTRATORS = 'confluence-administrators';

/** What a person, or every member of a group, may do with a page. About others only Confluence's administrators may ask. */
function check(wiki: Wiki, call: Call): object {
  const { subject, operation } = bodyOf(call, checkSchema);
  const id = call.params['id'] ?? '';
  if (!findPage(wiki, id)) throw notFound('There is no content with this id.');
  const asker = accountOf(call.actor) ?? '';
  const own = subject.type === 'user' && subject.identifier === asker;
  if (!own && !wiki.users.groupsOf(asker).some(({ name }) => name === ADMINISTRATORS))
    throw forbidden('You may not ask for the permissions of others.');
  const members =
    subject.type === 'user'
      ? [subject.identifier]
      : wiki.users.members(subject.identifier).map((user) => user.accountId);
  return {
    hasPermission:
      members.length > 0 && members.every((accountId) => mayDo(wiki, actorOf(accountId), id, operation)),
    errors: [],
    _links: {},
  };
}

/** What the first version of the REST API alone tells. */
export const contentRoutes = (wiki: Wiki): Route[] => [
  route('POST', '/wiki/rest/api/content/{id}/permission/check', (call) => ok(check(wiki, call))),
];
