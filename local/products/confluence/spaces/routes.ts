import { notFound } from '../../shared/product-error.ts';
import { listParam } from '../../shared/paging.ts';
import { ok, type Route, route } from '../../shared/router.ts';
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

export function spaceBean(row: SpaceRow, descriptionFormat: string | null): object {
  return {
    id: String(row.id),
    key: row.key,
    name: row.name,
    type: row.type,
    status: row.status,
    ...(row.author === null ? {} : { authorId: row.author }),
    createdAt: isoStamp(row.created),
    ...(row.homepage === null ? {} : { homepageId: String(row.homepage) }),
    ...(descriptionFormat === 'plain' || descriptionFormat === 'view'
      ? {
          description: { [descriptionFormat]: { representation: descriptionFormat, value: row.description } },
        }
      : {}),
    _links: { webui: `/spaces/${row.key}` },
  };
}

/** Spaces. */
export function spaceRoutes(wiki: Wiki): Route[] {
  const base = '/wiki/api/v2/spaces';
  return [
    route('GET', base, (call) => {
      const ids = listParam(call, 'ids');
      const keys = listParam(call, 'keys');
      const type = call.query.get('type');
      const status = call.query.get('status');
      const rows = wiki.sql
        .all<SpaceRow>('select * from conf_spaces order by id')
        .filter((row) => canInSpace(wiki, call.actor, 'read', row.id))
        .filter(
          (row) =>
            (ids.length === 0 || ids.includes(String(row.id))) &&
            (keys.length === 0 || keys.includes(row.key)),
        )
        .filter((row) => (type === null || row.type === type) && (status === null || row.status === status));
      return ok(
        cursorSlice(
          call,
          base,
          wiki.baseUrl,
          rows.map((row) => spaceBean(row, call.query.get('description-format'))),
        ),
      );
    }),
    route('GET', `${base}/{id}`, (call) => {
      const row = wiki.sql.one<SpaceRow>('select * from conf_spaces where id = ?', [
        Number(call.params['id']),
      ]);
      if (!row || !canInSpace(wiki, call.actor, 'read', row.id))
        throw notFound('The space does not exist, or you do not have permission to view it.');
      const bean = spaceBean(row, call.query.get('description-format')) as { _links: object };
      return ok({ ...bean, _links: { ...bean._links, base: wiki.baseUrl } });
    }),
  ];
}
