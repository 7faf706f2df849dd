import { isoStamp } from '../../shared/stamp.ts';
import { type Wiki } from '../site.ts';
import { bodyBean } from './body.ts';
import { type PageRow } from './row.ts';

export interface PageView {
  readonly format: string | null;
}

const spaceKeyOf = (wiki: Wiki, spaceId: number): string =>
  wiki.sql.one<{ key: string }>('select key from conf_spaces where id = ?', [spaceId])?.key ?? '';

/** Where a person reads the page, below the site's address. */
export const webPath = (wiki: Wiki, row: PageRow): string =>
  `/spaces/${spaceKeyOf(wiki, row.space_id)}/pages/${row.id}/${encodeURIComponent(row.title).replaceAll('%20', '+')}`;

/** A page as the second version of the REST API shows it in lists. */
export function pageBean(wiki: Wiki, row: PageRow, view: PageView): object {
  return {
    id: String(row.id),
    status: 'current',
    title: row.title,
    spaceId: String(row.space_id),
    ...(row.parent_id === null ? {} : { parentId: String(row.parent_id), parentType: 'page' }),
    position: null,
    ...(row.author === null ? {} : { authorId: row.author }),
    ownerId: row.author,
    lastOwnerId: null,
    createdAt: isoStamp(row.created),
    version: {
      number: row.version,
      createdAt: isoStamp(row.version_at),
      message: row.message,
      minorEdit: false,
      ...(row.version_by === null ? {} : { authorId: row.version_by }),
    },
    body: bodyBean(row, view.format),
    _links: {
      webui: webPath(wiki, row),
      editui: `/pages/resumedraft.action?draftId=${row.id}`,
      tinyui: `/x/${row.id}`,
    },
  };
}

/** One page on its own: it also says where its links start. */
export const singlePage = (wiki: Wiki, row: PageRow, view: PageView): object => {
  const bean = pageBean(wiki, row, view) as { _links: object };
  return { ...bean, _links: { ...bean._links, base: wiki.baseUrl } };
};
