import { jiraStamp } from '../../shared/stamp.ts';
import { userBeanOf } from '../catalog/beans.ts';
import { type Field } from '../fields/definitions.ts';
import { asList, type Stored } from '../fields/kind.ts';
import { kindOf } from '../fields/kinds.ts';
import { type Site } from '../site.ts';
import { type ChangeItem } from '../types.ts';

/** One entry of an issue's history: what one act changed. */
export interface Change {
  readonly id: number;
  readonly issueId: number;
  readonly author: string | null;
  readonly created: number;
  readonly items: readonly ChangeItem[];
}

interface Row {
  readonly id: number;
  readonly issue_id: number;
  readonly author: string | null;
  readonly created: number;
  readonly items: string;
}

const toChange = (row: Row): Change => ({
  id: row.id,
  issueId: row.issue_id,
  author: row.author,
  created: row.created,
  items: JSON.parse(row.items) as ChangeItem[],
});

/** Histories name some fields differently from their ids. */
const HISTORY_NAMES: Readonly<Record<string, string>> = {
  parent: 'IssueParentAssociation',
  components: 'Component',
};

/** Of these a history gives no id. */
const WITHOUT_ID: ReadonlySet<string> = new Set(['parent']);

/** What a history tells of a field going from one value to another. Components are told one by one, as Jira does. */
export function itemsFor(site: Site, field: Field, from: Stored, to: Stored): ChangeItem[] {
  const kind = kindOf(field);
  const head = {
    field: HISTORY_NAMES[field.id] ?? (field.custom ? field.name : field.id),
    ...(WITHOUT_ID.has(field.id) ? {} : { fieldId: field.id }),
    fieldtype: field.custom ? ('custom' as const) : ('jira' as const),
  };
  if (field.id !== 'components') {
    const before = kind.label(from, site);
    const after = kind.label(to, site);
    return [{ ...head, from: before.id, fromString: before.text, to: after.id, toString: after.text }];
  }
  const name = (id: string | number): string | null => kind.label([id], site).text;
  const gone = asList(from).filter((id) => !asList(to).includes(id));
  const come = asList(to).filter((id) => !asList(from).includes(id));
  return [
    ...gone.map((id) => ({ ...head, from: String(id), fromString: name(id), to: null, toString: null })),
    ...come.map((id) => ({ ...head, from: null, fromString: null, to: String(id), toString: name(id) })),
  ];
}

/** Writes one entry and answers it. */
export function recordChange(
  site: Site,
  issueId: number,
  author: string | null,
  created: number,
  items: readonly ChangeItem[],
): Change {
  const id = site.sql.run('insert into jira_changes (issue_id, author, created, items) values (?, ?, ?, ?)', [
    issueId,
    author,
    created,
    JSON.stringify(items),
  ]);
  return { id, issueId, author, created, items };
}

/** The history of an issue, oldest first. */
export const changesOf = (site: Site, issueId: number): Change[] =>
  site.sql
    .all<Row>('select * from jira_changes where issue_id = ? order by created, id', [issueId])
    .map(toChange);

/** An entry as REST shows it. */
export const changeBean = (site: Site, change: Change): object => ({
  id: String(change.id),
  ...(change.author === null ? {} : { author: userBeanOf(site, change.author) }),
  created: jiraStamp(change.created),
  items: change.items,
});

/** An entry as the bulk operation shows it: its instant is a number of milliseconds there. */
export const bulkChangeBean = (site: Site, change: Change): object => ({
  ...changeBean(site, change),
  created: change.created,
});

/** Entries of many issues after the given position, ordered by issue and id. */
export function changesAfter(
  site: Site,
  issueIds: readonly number[],
  offset: number,
  count: number,
): Change[] {
  const rows = site.sql.all<Row>(
    'select * from jira_changes where issue_id in (select value from json_each(?)) order by issue_id, created, id limit ? offset ?',
    [JSON.stringify(issueIds), count, offset],
  );
  return rows.map(toChange);
}
