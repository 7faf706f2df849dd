import * as v from 'valibot';
import { bodyOf } from '../../shared/body.ts';
import { badRequest, forbidden } from '../../shared/product-error.ts';
import { listParam } from '../../shared/paging.ts';
import { type Call, noContent, ok, type Route, route } from '../../shared/router.ts';
import { isoStamp } from '../../shared/stamp.ts';
import { accountOf } from '../../users/directory.ts';
import { canInSpace, readable } from '../access.ts';
import { causeOf } from '../cause.ts';
import { cursorPage, cursorSlice, windowOf } from '../cursor.ts';
import { type Wiki } from '../site.ts';
import { type PageView, pageBean, singlePage } from './bean.ts';
import { bodyBean } from './body.ts';
import { createPage, updatePage } from './edit.ts';
import { ancestorsOf, canUpdate, type PageRow, readablePage, writablePage } from './row.ts';
import { tellPage } from './tell.ts';
import { erasePage, revisePage, setStatus } from './write.ts';

const STATUSES: readonly PageRow['status'][] = ['current', 'archived', 'draft', 'trashed'];

const statusesIn = (call: Call, fallback: readonly PageRow['status'][]): readonly PageRow['status'][] => {
  const asked = listParam(call, 'status');
  return asked.length === 0 ? fallback : STATUSES.filter((status) => asked.includes(status));
};

const viewOf = (call: Call): PageView => ({
  format: call.query.get('body-format'),
  labels: call.query.get('include-labels') === 'true',
  properties: call.query.get('include-properties') === 'true',
});

const ORDERS: Readonly<Record<string, string>> = {
  id: 'p.id',
  title: 'p.title',
  'created-date': 'p.created',
  'modified-date': 'p.version_at',
};

/** Pages that the caller may read, filtered as the query says, in the order asked for. */
export function listPages(
  wiki: Wiki,
  call: Call,
  path: string,
  extra: { readonly where: string; readonly params: readonly (string | number)[] },
): object {
  const window = windowOf(call);
  const { where, params } = readable(wiki, call.actor);
  const sort = call.query.get('sort') ?? 'id';
  const order = ORDERS[sort.replace(/^-/, '')];
  if (!order) throw badRequest(`The sort order '${sort}' is not known.`);
  const filters = [
    { where, params },
    extra,
    {
      where: 'p.status in (select value from json_each(?))',
      params: [JSON.stringify(statusesIn(call, ['current', 'archived']))],
    },
    ...(['id', 'space-id'] as const).flatMap((name) => {
      const values = listParam(call, name).map(Number);
      return values.length === 0
        ? []
        : [
            {
              where: `p.${name === 'id' ? 'id' : 'space_id'} in (select value from json_each(?))`,
              params: [JSON.stringify(values)],
            },
          ];
    }),
    ...(call.query.has('title') ? [{ where: 'p.title = ?', params: [call.query.get('title') ?? ''] }] : []),
  ];
  const rows = wiki.sql.all<PageRow>(
    `select p.* from conf_pages p where ${filters.map((one) => `(${one.where})`).join(' and ')} order by ${order} ${sort.startsWith('-') ? 'desc' : 'asc'} limit ? offset ?`,
    [...filters.flatMap((one) => [...one.params]), window.limit + 1, window.offset],
  );
  return cursorPage(
    call,
    path,
    wiki.baseUrl,
    rows.map((row) => pageBean(wiki, row, viewOf(call))),
    window,
  );
}

function getPage(wiki: Wiki, call: Call): object {
  const row = readablePage(
    wiki,
    call.actor,
    call.params['id'] ?? '',
    statusesIn(call, ['current', 'archived', 'draft']),
  );
  const asked = Number(call.query.get('version') ?? row.version);
  if (asked === row.version) return singlePage(wiki, row, viewOf(call));
  const past = wiki.sql.one<{
    number: number;
    title: string;
    at: number;
    author: string | null;
    message: string;
    storage: string;
    adf: string;
  }>('select * from conf_versions where page_id = ? and number = ?', [row.id, asked]);
  if (!past) throw badRequest(`The page has no version ${asked}.`);
  const then = {
    ...row,
    title: past.title,
    version: past.number,
    version_at: past.at,
    version_by: past.author,
    message: past.message,
    storage: past.storage,
    adf: past.adf,
  };
  return { ...singlePage(wiki, then, viewOf(call)), status: 'historical' };
}

function deletePage(wiki: Wiki, call: Call): void {
  const purge = call.query.get('purge') === 'true';
  const row = writablePage(wiki, call.actor, call.params['id'] ?? '', STATUSES);
  if (purge || row.status === 'draft') {
    if (purge && row.status !== 'trashed') throw badRequest('Only a page in the trash can be purged.');
    if (purge && !canInSpace(wiki, call.actor, 'administer', row.space_id))
      throw forbidden('You do not have permission to purge pages in this space.');
    erasePage(wiki, row);
    if (purge) tellPage(wiki, 'deleted', row, causeOf(call));
    return;
  }
  if (row.status === 'trashed') throw badRequest('The page is in the trash already.');
  tellPage(wiki, 'trashed', setStatus(wiki, row, 'trashed'), causeOf(call));
}

function versions(wiki: Wiki, call: Call): object {
  const row = readablePage(wiki, call.actor, call.params['id'] ?? '');
  const past = wiki.sql.all<{
    number: number;
    title: string;
    at: number;
    author: string | null;
    message: string;
    storage: string;
    adf: string;
  }>('select * from conf_versions where page_id = ? order by number desc', [row.id]);
  const all = [
    {
      number: row.version,
      title: row.title,
      at: row.version_at,
      author: row.version_by,
      message: row.message,
      storage: row.storage,
      adf: row.adf,
    },
    ...past,
  ];
  const format = call.query.get('body-format');
  const beans = all.map((one) => ({
    number: one.number,
    createdAt: isoStamp(one.at),
    message: one.message,
    minorEdit: false,
    ...(one.author === null ? {} : { authorId: one.author }),
    page: { id: String(row.id), title: one.title, body: bodyBean(one, format) ?? {} },
  }));
  return cursorSlice(call, `/wiki/api/v2/pages/${row.id}/versions`, wiki.baseUrl, beans);
}

function below(wiki: Wiki, call: Call, kind: 'children' | 'direct-children'): object {
  const row = readablePage(wiki, call.actor, call.params['id'] ?? '');
  const { where, params } = readable(wiki, call.actor);
  const rows = wiki.sql.all<PageRow>(
    `select p.* from conf_pages p where p.parent_id = ? and p.status in ('current', 'archived') and ${where} order by p.title`,
    [row.id, ...params],
  );
  const beans = rows.map((one, index) => ({
    id: String(one.id),
    status: one.status,
    title: one.title,
    spaceId: String(one.space_id),
    childPosition: index,
    ...(kind === 'children' ? {} : { type: 'page' }),
  }));
  return cursorSlice(call, `/wiki/api/v2/pages/${row.id}/${kind}`, wiki.baseUrl, beans);
}

function operations(wiki: Wiki, call: Call): object {
  const row = readablePage(wiki, call.actor, call.params['id'] ?? '');
  const names = ['read', ...(canUpdate(wiki, call.actor, row) ? ['update', 'delete'] : [])];
  return { operations: names.map((operation) => ({ operation, targetType: 'page' })) };
}

/** Pages: create, read, edit, versions, tree, trash. */
export function pageRoutes(wiki: Wiki): Route[] {
  const base = '/wiki/api/v2/pages';
  const everything = { where: '1', params: [] };
  return [
    route('GET', base, (call) => ok(listPages(wiki, call, base, everything))),
    route('POST', base, (call) =>
      ok(singlePage(wiki, createPage(wiki, call), { format: call.query.get('body-format') ?? 'storage' })),
    ),
    route('GET', `${base}/{id}`, (call) => ok(getPage(wiki, call))),
    route('PUT', `${base}/{id}`, (call) =>
      ok(singlePage(wiki, updatePage(wiki, call), { format: 'storage' })),
    ),
    route('DELETE', `${base}/{id}`, (call) => {
      deletePage(wiki, call);
      return noContent();
    }),
    route('PUT', `${base}/{id}/title`, (call) => {
      const row = writablePage(wiki, call.actor, call.params['id'] ?? '');
      const { title, status } = bodyOf(
        call,
        v.looseObject({ title: v.string(), status: v.picklist(['current', 'draft']) }),
      );
      const next = {
        title,
        status,
        parentId: row.parent_id,
        body: row,
        author: accountOf(call.actor) ?? null,
        at: wiki.clock.now(),
        message: '',
      };
      const fresh = wiki.sql.tx(() => revisePage(wiki, row, next));
      tellPage(wiki, 'updated', fresh, causeOf(call));
      return ok(singlePage(wiki, fresh, { format: null }));
    }),
    route('GET', `${base}/{id}/versions`, (call) => ok(versions(wiki, call))),
    route('GET', `${base}/{id}/operations`, (call) => ok(operations(wiki, call))),
    route('GET', `${base}/{id}/children`, (call) => ok(below(wiki, call, 'children'))),
    route('GET', `${base}/{id}/direct-children`, (call) => ok(below(wiki, call, 'direct-children'))),
    route('GET', `${base}/{id}/ancestors`, (call) => {
      const row = readablePage(wiki, call.actor, call.params['id'] ?? '');
      return ok({
        results: ancestorsOf(wiki, row).map((page) => ({ id: String(page.id), type: 'page' })),
        _links: { base: wiki.baseUrl },
      });
    }),
  ];
}
