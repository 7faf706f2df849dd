import { asDoc, textOfAdf } from '../../shared/adf.ts';
import { type Cell } from '../../shared/sql.ts';
import { stemsOf } from '../../shared/words.ts';
import { status } from '../catalog/catalog.ts';
import { type Field } from '../fields/definitions.ts';
import { type Stored } from '../fields/kind.ts';
import { type Site } from '../site.ts';
import { type Change, itemsFor, recordChange } from './changelog.ts';
import { COLUMNS, customValues, type IssueRow, reload, storedIn } from './row.ts';

/** A field and the value it shall have. */
export interface Setting {
  readonly field: Field;
  readonly value: Stored;
}

const same = (a: Stored, b: Stored): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Columns that follow from others: when it was resolved, and when its status category last changed. */
function derived(site: Site, row: IssueRow, settings: readonly Setting[], at: number): [string, Cell][] {
  return settings.flatMap(({ field, value }): [string, Cell][] => {
    if (field.id === 'resolution') return [['resolved', value === null ? null : at]];
    if (field.id !== 'status') return [];
    const moved =
      status(site, row.status_id)?.category !==
      status(site, typeof value === 'string' ? value : '')?.category;
    return moved ? [['status_changed', at]] : [];
  });
}

/** Puts values into an issue without a history entry. */
export function writeValues(site: Site, row: IssueRow, settings: readonly Setting[], at: number): void {
  const custom = { ...customValues(row) };
  const cells: [string, Cell][] = [
    ['updated', Math.max(at, row.updated)],
    ...derived(site, row, settings, at),
  ];
  for (const { field, value } of settings) {
    const place = COLUMNS[field.id];
    if (field.custom) custom[field.id] = value;
    else if (place)
      cells.push([place.column, place.json && value !== null ? JSON.stringify(value) : (value as Cell)]);
  }
  cells.push(['fields', JSON.stringify(custom)]);
  site.sql.run(`update jira_issues set ${cells.map(([column]) => `${column} = ?`).join(', ')} where id = ?`, [
    ...cells.map(([, cell]) => cell),
    row.id,
  ]);
  if (settings.some(({ field }) => field.id === 'summary' || field.id === 'description'))
    indexText(site, reload(site, row));
}

/** Brings the full-text index up to date with an issue's words. */
export function indexText(site: Site, row: IssueRow): void {
  const description = row.description === null ? '' : textOfAdf(asDoc(JSON.parse(row.description)));
  const comments = site.sql.all<{ body: string }>(
    'select body from jira_comments where issue_id = ? and internal = 0 and visibility is null',
    [row.id],
  );
  const body = [
    row.summary,
    description,
    ...comments.map((comment) => textOfAdf(asDoc(JSON.parse(comment.body)))),
  ].join(' ');
  site.sql.run('delete from jira_text where rowid = ?', [row.id]);
  site.sql.run('insert into jira_text (rowid, summary, body) values (?, ?, ?)', [
    row.id,
    stemsOf(row.summary),
    stemsOf(body),
  ]);
}

/**
 * Gives an issue new values and tells so in its history, as one entry. Values it has already are left out;
 * answers undefined when nothing is left.
 */
export function applySettings(
  site: Site,
  row: IssueRow,
  settings: readonly Setting[],
  author: string | null,
  at: number,
): Change | undefined {
  const real = settings.filter(({ field, value }) => !same(storedIn(row, field), value));
  if (real.length === 0) return undefined;
  const items = real.flatMap(({ field, value }) => itemsFor(site, field, storedIn(row, field), value));
  writeValues(site, row, real, at);
  return recordChange(site, row.id, author, at, items);
}
