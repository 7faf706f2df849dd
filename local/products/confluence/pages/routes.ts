import { badRequest } from '../../shared/product-error.ts';
import { listParam } from '../../shared/paging.ts';
import { type Call, get, ok, route, type Route } from '../../shared/router.ts';
import { readable } from '../access.ts';
import { cursorPage, windowOf } from '../cursor.ts';
import { type Wiki } from '../site.ts';
import { type PageView, pageBean, singlePage } from './bean.ts';
import { createPage, updatePage } from './edit.ts';
import { type PageRow, readablePage } from './row.ts';

const BASE = '/wiki/api/v2/pages';

const viewOf = (call: Call): PageView => ({ format: call.query.get('body-format') });

const ORDERS: Readonly<Record<string, string>> = {
  id: 'p.id',
  title: 'p.title',
  'created-date': 'p.created',
  'modified-date': 'p.version_at',
};

/** Pages that the caller may read, filtered as the query says, in the order asked for. */
function listPages(wiki: Wiki, call: Call): object {
  const window = windowOf(call);
  const { where, params } = readable(wiki, call.actor);
  const sort = call.query.get('sort') ?? 'id';
  const order = ORDERS[sort.replace(/^-/, '')];
  if (!order) throw badRequest(`The sort order '${sort}' is not known.`);
  const filters = [
    { where, params },
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
  ];
  const rows = wiki.sql.all<PageRow>(
    `select p.* from conf_pages p where ${filters.map((one) => `(${one.where})`).join(' and ')} order by ${order} ${sort.startsWith('-') ? 'desc' : 'asc'} limit ? offset ?`,
    [...filters.flatMap((one) => [...one.params]), window.limit + 1, window.offset],
  );
  return cursorPage(
    call,
    BASE,
    wiki.baseUrl,
    rows.map((row) => pageBean(wiki, row, viewOf(call))),
    window,
  );
}

const getPage = (wiki: Wiki, call: Call): object =>
  singlePage(wiki, readablePage(wiki, call.actor, call.params['id'] ?? ''), viewOf(call));

/** Pages: create, read, edit. */
export function pageRoutes(wiki: Wiki): Route[] {
  return [
    get(BASE, (call) => listPages(wiki, call)),
    route('POST', BASE, (call) =>
      ok(singlePage(wiki, createPage(wiki, call), { format: call.query.get('body-format') ?? 'storage' })),
    ),
    get(`${BASE}/{id}`, (call) => getPage(wiki, call)),
    route('PUT', `${BASE}/{id}`, (call) =>
      ok(singlePage(wiki, updatePage(wiki, call), { format: 'storage' })),
    ),
  ];
}
