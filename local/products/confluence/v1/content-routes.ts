import * as v from 'valibot';
import { type Actor } from '../../../kernel/types.ts';
import { bodyOf } from '../../shared/body.ts';
import { badRequest, forbidden, notFound } from '../../shared/product-error.ts';
import { listParam, pageOf } from '../../shared/paging.ts';
import { type Call, noContent, ok, type Route, route } from '../../shared/router.ts';
import { accountOf, APP_ACCOUNT_ID } from '../../users/directory.ts';
import { causeOf } from '../cause.ts';
import { addLabel, labelBean, labelsOf, removeLabel } from '../pages/labels.ts';
import { canUpdate, findPage, type PageRow, readablePage, writablePage } from '../pages/row.ts';
import { tellPage } from '../pages/tell.ts';
import { setStatus } from '../pages/write.ts';
import { type Wiki } from '../site.ts';
import { contentBean } from './content-bean.ts';
import { userBean } from './user-bean.ts';

const labelsV1 = (wiki: Wiki, call: Call, pageId: number): object => {
  const { startAt, maxResults } = pageOf(call, 200, 200);
  const results = labelsOf(wiki, pageId).map((label) => ({ ...labelBean(label), label: label.name }));
  return {
    results: results.slice(startAt, startAt + maxResults),
    start: startAt,
    limit: maxResults,
    size: results.length,
    _links: { base: wiki.baseUrl },
  };
};

const labelSchema = v.looseObject({ prefix: v.optional(v.string(), 'global'), name: v.string() });

const checkSchema = v.looseObject({
  subject: v.looseObject({ type: v.picklist(['user', 'group']), identifier: v.string() }),
  operation: v.picklist(['read', 'update', 'delete']),
});

function mayDo(wiki: Wiki, actor: Actor, id: string, operation: 'read' | 'update' | 'delete'): boolean {
  const statuses = ['current', 'archived', 'draft', 'trashed'] as const;
  try {
    const row = readablePage(wiki, actor, id, statuses);
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
  const actorOf = (accountId: string): Actor =>
    accountId === APP_ACCOUNT_ID ? { kind: 'app' } : { kind: 'user', accountId };
  return {
    hasPermission:
      members.length > 0 && members.every((accountId) => mayDo(wiki, actorOf(accountId), id, operation)),
    errors: [],
    _links: {},
  };
}

function archive(wiki: Wiki, call: Call): object {
  const { pages } = bodyOf(call, v.looseObject({ pages: v.array(v.looseObject({ id: v.number() })) }));
  const rows = pages.map(({ id }) => writablePage(wiki, call.actor, String(id)));
  for (const row of rows) {
    if (row.status !== 'current') throw badRequest('Only a current page can be archived.');
    tellPage(wiki, 'archived', setStatus(wiki, row, 'archived'), causeOf(call));
  }
  return { id: '1', links: { status: `/rest/api/longtask/1` } };
}

/** Pages, labels and people in the first version of the REST API. */
export function contentRoutes(wiki: Wiki): Route[] {
  const at = '/wiki/rest/api/content/{id}';
  const page = (call: Call): PageRow => readablePage(wiki, call.actor, call.params['id'] ?? '');
  const writable = (call: Call): PageRow => writablePage(wiki, call.actor, call.params['id'] ?? '');
  return [
    route('GET', at, (call) =>
      ok(contentBean(wiki, page(call), ['space', 'version', 'history', ...listParam(call, 'expand')])),
    ),
    route('POST', `${at}/permission/check`, (call) => ok(check(wiki, call))),
    route('POST', '/wiki/rest/api/content/archive', (call) => ({ status: 202, body: archive(wiki, call) })),
    route('GET', `${at}/label`, (call) => ok(labelsV1(wiki, call, page(call).id))),
    route('POST', `${at}/label`, (call) => {
      const row = writable(call);
      const asked = bodyOf(call, v.union([v.array(labelSchema), labelSchema]));
      wiki.sql.tx(() => [asked].flat().forEach(({ name, prefix }) => addLabel(wiki, row.id, name, prefix)));
      return ok(labelsV1(wiki, call, row.id));
    }),
    route('DELETE', `${at}/label`, (call) => {
      removeLabel(wiki, writable(call).id, call.query.get('name') ?? '');
      return noContent();
    }),
    route('DELETE', `${at}/label/{label}`, (call) => {
      removeLabel(wiki, writable(call).id, call.params['label'] ?? '');
      return noContent();
    }),
    route('GET', '/wiki/rest/api/user/current', (call) => {
      const user = wiki.users.get(accountOf(call.actor) ?? '');
      return ok(
        user
          ? userBean(wiki, user)
          : {
              type: 'anonymous',
              displayName: 'Anonymous',
              profilePicture: { path: '/avatar/user/anonymous', width: 48, height: 48, isDefault: true },
              _expandable: {},
              _links: {},
            },
      );
    }),
    route('GET', '/wiki/rest/api/user', (call) => {
      const user = wiki.users.get(call.query.get('accountId') ?? '');
      if (!user) throw notFound('No user found with this account id.');
      return ok(userBean(wiki, user));
    }),
  ];
}
