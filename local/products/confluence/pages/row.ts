import { type Actor } from '../../../kernel/types.ts';
import { forbidden, notFound } from '../../shared/product-error.ts';
import { canInSpace, readable, updateRestricted } from '../access.ts';
import { type Wiki } from '../site.ts';

/** A page. Every one is current: nobody drafts, archives or deletes here. */
export interface PageRow {
  readonly id: number;
  readonly space_id: number;
  readonly parent_id: number | null;
  readonly title: string;
  readonly author: string | null;
  readonly created: number;
  readonly version: number;
  readonly version_at: number;
  readonly version_by: string | null;
  readonly message: string;
  readonly storage: string;
}

export const findPage = (wiki: Wiki, id: string | number): PageRow | undefined =>
  wiki.sql.one('select * from conf_pages where id = ?', [Number(id)]);

const MISSING_PAGE = 'The page does not exist, or you do not have permission to view it.';

/** A page the actor may read; 404 the same for absent and for hidden. */
export function readablePage(wiki: Wiki, actor: Actor, id: string): PageRow {
  const { where, params } = readable(wiki, actor);
  const row = /^\d+$/.test(id)
    ? wiki.sql.one<PageRow>(`select p.* from conf_pages p where p.id = ? and ${where}`, [
        Number(id),
        ...params,
      ])
    : undefined;
  if (!row) throw notFound(MISSING_PAGE);
  return row;
}

/** May the actor change this page, which they can read? */
export const canUpdate = (wiki: Wiki, actor: Actor, row: PageRow): boolean =>
  canInSpace(wiki, actor, 'create', row.space_id) && !updateRestricted(wiki, actor, row.id);

/** A page the actor may change: 404 where they can't even read it, 403 where they can. */
export function writablePage(wiki: Wiki, actor: Actor, id: string): PageRow {
  const row = readablePage(wiki, actor, id);
  if (!canUpdate(wiki, actor, row)) throw forbidden('You do not have permission to edit this page.');
  return row;
}

/** The pages above a page, the nearest last. */
export function ancestorsOf(wiki: Wiki, row: PageRow): PageRow[] {
  const parent = row.parent_id === null ? undefined : findPage(wiki, row.parent_id);
  return parent ? [...ancestorsOf(wiki, parent), parent] : [];
}
