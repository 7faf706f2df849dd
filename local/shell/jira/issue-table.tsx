import { useState } from 'react';
import { api } from '../lib/api';
import { ago } from '../lib/format';
import { Avatar, Button, Show, StatusTag } from '../lib/parts';
import { go, Link } from '../lib/router';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';
import { inWords } from './in-words';
import { orderedBy, orderOf } from './order-by';
import type { FieldBean, Issue } from './types';

const FIELDS = [
  'summary',
  'status',
  'priority',
  'issuetype',
  'project',
  'assignee',
  'reporter',
  'created',
  'updated',
];

interface Found {
  readonly issues: readonly Issue[];
  readonly nextPageToken?: string;
}

interface IssueTableProps {
  readonly jql: string;
  readonly pageSize?: number;
  readonly empty: string;
  /** With the fields of the app as columns, which sort the query. */
  readonly sortable?: boolean;
}

const loadFields = (): Promise<readonly FieldBean[]> => api('/rest/api/3/field');

/** Fields that the app declares, as columns of the list. */
const ofApp = (fields: readonly FieldBean[]): readonly FieldBean[] =>
  fields.filter(({ schema }) => schema?.custom?.startsWith('ari:'));

/** The issues a query finds, a page at a time. */
export function IssueTable({ jql, pageSize = 50, empty, sortable = false }: IssueTableProps) {
  const { version, person } = useSite();
  const [tokens, setTokens] = useState<readonly string[]>([]);
  const token = tokens.at(-1);
  const found = useLoad(`${jql} ${token ?? ''} ${person.accountId} ${version}`, async () => {
    const columns = sortable ? ofApp(await loadFields()) : [];
    const page = await api<Found>('/rest/api/3/search/jql', {
      body: {
        jql,
        maxResults: pageSize,
        fields: [...FIELDS, ...columns.map(({ id }) => id)],
        ...(token ? { nextPageToken: token } : {}),
      },
    });
    return { ...page, columns };
  });
  return (
    <Show of={found}>
      {(page) => (
        <>
          {page.issues.length === 0 ? (
            <p className="quiet">{empty}</p>
          ) : (
            <Rows issues={page.issues} columns={page.columns} jql={jql} />
          )}
          <div className="actions">
            {tokens.length > 0 && <Button onClick={() => setTokens(tokens.slice(0, -1))}>Previous</Button>}
            {page.nextPageToken !== undefined && (
              <Button onClick={() => setTokens([...tokens, page.nextPageToken ?? ''])}>Next</Button>
            )}
          </div>
        </>
      )}
    </Show>
  );
}

interface RowsProps {
  readonly issues: readonly Issue[];
  readonly columns: readonly FieldBean[];
  readonly jql: string;
}

function ColumnHead({ name, jql }: { readonly name: string; readonly jql: string }) {
  const order = orderOf(jql);
  const sorted = order?.field.toLowerCase() === name.toLowerCase();
  const direction = order?.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={sorted ? direction : 'none'}>
      <button
        type="button"
        className="sort"
        onClick={() => go(`/jira/search?jql=${encodeURIComponent(orderedBy(jql, name))}`)}
      >
        {name}
        <span aria-hidden="true">{sorted ? (order?.descending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}

function Rows({ issues, columns, jql }: RowsProps) {
  const { person, clock } = useSite();
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            {['Key', 'Summary', 'Status', 'Priority', 'Assignee', 'Reporter', 'Created'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            {columns.map(({ id, name }) => (
              <ColumnHead key={id} name={name} jql={jql} />
            ))}
          </tr>
        </thead>
        <tbody>
          {issues.map(({ key, fields }) => (
            <tr key={key}>
              <td className="nowrap">
                <Link href={`/browse/${key}`}>{key}</Link>
              </td>
              <td>
                <Link className="plain" href={`/browse/${key}`} tabIndex={-1}>
                  {fields.summary}
                </Link>
              </td>
              <td className="nowrap">
                <StatusTag name={fields.status.name} category={fields.status.statusCategory.key} />
              </td>
              <td>{fields.priority?.name ?? ''}</td>
              <td className="nowrap">
                {fields.assignee ? (
                  <>
                    <Avatar name={fields.assignee.displayName} /> {fields.assignee.displayName}
                  </>
                ) : (
                  <span className="quiet">Unassigned</span>
                )}
              </td>
              <td className="nowrap">{fields.reporter?.displayName ?? ''}</td>
              <td className="nowrap">{ago(fields.created, clock.now(), person)}</td>
              {columns.map(({ id, schema }) => (
                <td key={id} className="nowrap">
                  {inWords(fields[id], schema?.type, person)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
