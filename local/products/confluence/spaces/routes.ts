import { notFound } from '../../shared/product-error.ts';
import { listParam } from '../../shared/paging.ts';
import { get, type Route } from '../../shared/router.ts';
import { isoStamp } from '../../shared/stamp.ts';
import { canInSpace } from '../access.ts';
import { cursorSlice } from '../cursor.ts';
import { type Wiki } from '../site.ts';

export interface SpaceRow {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly description: string;
  readonly homepage: number | null;
  readonly author: string | null;
  readonly created: number;
}

function spaceBean(row: SpaceRow): object {
  return {
    id: String(row.id),
    key: row.key,
    name: row.name,
    type: row.type,
    status: row.status,
    ...(row.author === null ? {} : { authorId: row.author }),
    createdAt: isoStamp(row.created),
    ...(row.homepage === null ? {} : { homepageId: String(row.homepage) }),
    _links: { webui: `/spaces/${row.key}` },
  };
}

/** Spaces. */
export function spaceRoutes(wiki: Wiki): Route[] {
  const base = '/wiki/api/v2/spaces';
  return [
    get(base, (call) => {
      const keys = listParam(call, 'keys');
      const rows = wiki.sql
        .all<SpaceRow>('select * from conf_spaces order by id')
        .filter((row) => canInSpace(wiki, call.actor, 'read', row.id))
        .filter((row) => keys.length === 0 || keys.includes(row.key));
      return cursorSlice(call, base, wiki.baseUrl, rows.map(spaceBean));
    }),
    get(`${base}/{id}`, (call) => {
      const row = wiki.sql.one<SpaceRow>('select * from conf_spaces where id = ?', [
        Number(call.params['id']),
      ]);
      if (!row || !canInSpace(wiki, call.actor, 'read', row.id))
        throw notFound('The space does not exist, or you do not have permission to view it.');
      const bean = spaceBean(row) as { _links: object };
      return { ...bean, _links: { ...bean._links, base: wiki.baseUrl } };
    }),
  ];
}
