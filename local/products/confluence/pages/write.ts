import { stemsOf } from '../../shared/words.ts';
import { type Wiki } from '../site.ts';
import { type Body, textOfStorage } from './body.ts';
import { findPage, type PageRow } from './row.ts';

export interface Draft {
  readonly spaceId: number;
  readonly parentId: number | null;
  readonly title: string;
  readonly status: PageRow['status'];
  readonly body: Body;
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
    `insert into conf_pages (space_id, parent_id, title, status, author, created, version, version_at, version_by, message, storage, adf)
     values (?, ?, ?, ?, ?, ?, 1, ?, ?, '', ?, ?)`,
    [
      page.spaceId,
      page.parentId,
      page.title,
      page.status,
      page.author,
      page.at,
      page.at,
      page.author,
      page.body.storage,
      page.body.adf,
    ],
  );
  return written(wiki, id);
}

export interface Revision {
  readonly title: string;
  readonly status: PageRow['status'];
  readonly parentId: number | null;
  readonly body: Body;
  readonly author: string | null;
  readonly at: number;
  readonly message: string;
}

/** Keeps the present version as past and writes the next. */
export function revisePage(wiki: Wiki, row: PageRow, next: Revision): PageRow {
  wiki.sql.run('insert or replace into conf_versions values (?, ?, ?, ?, ?, ?, ?, ?)', [
    row.id,
    row.version,
    row.title,
    row.version_at,
    row.version_by,
    row.message,
    row.storage,
    row.adf,
  ]);
  wiki.sql.run(
    'update conf_pages set title = ?, status = ?, parent_id = ?, version = version + 1, version_at = ?, version_by = ?, message = ?, storage = ?, adf = ? where id = ?',
    [
      next.title,
      next.status,
      next.parentId,
      next.at,
      next.author,
      next.message,
      next.body.storage,
      next.body.adf,
      row.id,
    ],
  );
  return written(wiki, row.id);
}

/** Puts a page aside or back without a new version. */
export function setStatus(wiki: Wiki, row: PageRow, status: PageRow['status']): PageRow {
  wiki.sql.run('update conf_pages set status = ? where id = ?', [status, row.id]);
  return written(wiki, row.id);
}

/** Removes a page for good; those below it go up one level. */
export function erasePage(wiki: Wiki, row: PageRow): void {
  wiki.sql.tx(() => {
    wiki.sql.run('update conf_pages set parent_id = ? where parent_id = ?', [row.parent_id, row.id]);
    for (const table of ['conf_versions', 'conf_page_labels', 'conf_properties', 'conf_restrictions'])
      wiki.sql.run(`delete from ${table} where page_id = ?`, [row.id]);
    wiki.sql.run('delete from conf_text where rowid = ?', [row.id]);
    wiki.sql.run('delete from conf_pages where id = ?', [row.id]);
  });
}
