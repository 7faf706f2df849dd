import { useState } from 'react';
import { api } from '../lib/api';
import { ago } from '../lib/format';
import { Avatar, Show, StatusTag } from '../lib/parts';
import { Link } from '../lib/router';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';
import type { Issue } from './types';

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
}

/** The issues a query finds, a page at a time. */
export function IssueTable({ jql, pageSize = 50, empty }: IssueTableProps) {
  const { version, person } = useSite();
  const [tokens, setTokens] = useState<readonly string[]>([]);
  const token = tokens.at(-1);
  const found = useLoad(`${jql} ${token ?? ''} ${person.accountId} ${version}`, () =>
    api<Found>('/rest/api/3/search/jql', {
      body: { jql, maxResults: pageSize, fields: FIELDS, ...(token ? { nextPageToken: token } : {}) },
    }),
  );
  return (
    <Show of={found}>
      {(page) => (
        <>
          {page.issues.length === 0 ? <p className="quiet">{empty}</p> : <Rows issues={page.issues} />}
          <div className="actions">
            {tokens.length > 0 && (
              <button type="button" className="button" onClick={() => setTokens(tokens.slice(0, -1))}>
                Previous
              </button>
            )}
            {page.nextPageToken !== undefined && (
              <button
                type="button"
                className="button"
                onClick={() => setTokens([...tokens, page.nextPageToken ?? ''])}
              >
                Next
              </button>
            )}
          </div>
        </>
      )}
    </Show>
  );
}

function Rows({ issues }: { readonly issues: readonly Issue[] }) {
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
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
