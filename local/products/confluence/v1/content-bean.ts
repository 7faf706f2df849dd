import { type PageRow } from '../pages/row.ts';
import { webPath } from '../pages/bean.ts';
import { type Wiki } from '../site.ts';
import { type SpaceRow } from '../spaces/routes.ts';

function spaceV1(wiki: Wiki, spaceId: number): object {
  const row = wiki.sql.one<SpaceRow>('select * from conf_spaces where id = ?', [spaceId]);
  if (!row) return {};
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    type: row.type,
    status: row.status,
    _expandable: {},
    _links: { webui: `/spaces/${row.key}`, self: `${wiki.baseUrl}/rest/api/space/${row.key}` },
  };
}

/** A page as the search of the first version of the REST API shows it. */
export const contentBean = (wiki: Wiki, row: PageRow): object => ({
  id: String(row.id),
  type: 'page',
  status: 'current',
  title: row.title,
  space: spaceV1(wiki, row.space_id),
  _expandable: {},
  _links: {
    webui: webPath(wiki, row),
    self: `${wiki.baseUrl}/rest/api/content/${row.id}`,
    tinyui: `/x/${row.id}`,
  },
});
