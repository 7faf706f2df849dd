import { stemsOf } from '../../shared/words.ts';
import { type Wiki } from '../site.ts';
import { textOfStorage } from './body.ts';
import { findPage, type PageRow } from './row.ts';

export interface Draft {
  readonly spaceId: number;
  readonly parentId: number | null;
  readonly title: string;
  readonly storage: string;
  readonly author: string | null;
  readonly at: number;
}

function reindex(wiki: Wiki, row: PageRow): void {
  wiki.sql.run('delete from conf_text where rowid = ?', [row.id]);
  wiki.sql.run('insert into conf_text (rowid, title, body) values (?, ?, ?)', [
    row.id,
    stemsOf(row.title),
    stemsOf(`${row.title} ${textOfStorage(row.storage)}`),
  ]);
}

function written(wiki: Wiki, id: number): PageRow {
  const row = findPage(wiki, id);
  if (!row) throw new Error('The page just written is not there.');
  reindex(wiki, row);
  return row;
}

/** Writes version 1 of a page. */
export function insertPage(wiki: Wiki, page: Draft): PageRow {
  const id = wiki.sql.run(
    `insert into conf_pages (space_id, parent_id, title, author, created, version, version_at, version_by, message, storage)
     values (?, ?, ?, ?, ?, 1, ?, ?, '', ?)`,
    [page.spaceId, page.parentId, page.title, page.author, page.at, page.at, page.author, page.storage],
  );
  return written(wiki, id);
}

export interface Revision {
  readonly title: string;
  readonly parentId: number | null;
  readonly storage: string;
  readonly author: string | null;
  readonly at: number;
  readonly message: string;
}

/** Writes the next version of a page; nobody asks for past ones. */
export function revisePage(wiki: Wiki, row: PageRow, next: Revision): PageRow {
  wiki.sql.run(
    'update conf_pages set title = ?, parent_id = ?, version = version + 1, version_at = ?, version_by = ?, message = ?, storage = ? where id = ?',
    [next.title, next.parentId, next.at, next.author, next.message, next.storage, row.id],
  );
  return written(wiki, row.id);
}
