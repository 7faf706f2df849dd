import { type FormEvent, useId } from 'react';
import { go, Link } from '../lib/router';
import { IssueTable } from './issue-table';

interface IssueSearchProps {
  readonly jql: string;
  readonly title: string;
  readonly project?: string;
}

/** A list of issues with the query that made it. */
export function IssueSearch({ jql, title, project }: IssueSearchProps) {
  const id = useId();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = new FormData(event.currentTarget).get('jql');
    if (typeof asked === 'string') go(`/jira/search?jql=${encodeURIComponent(asked)}`);
  };
  return (
    <div className="page page-wide">
      <div className="page-head">
        <h1>{title}</h1>
        {project && (
          <Link className="button" href={`/jira/create?project=${project}`}>
            Create in {project}
          </Link>
        )}
      </div>
      <form className="query" onSubmit={onSubmit}>
        <label htmlFor={id}>JQL</label>
        <input id={id} name="jql" defaultValue={jql} spellCheck={false} />
        <button className="button" type="submit">
          Search
        </button>
      </form>
      <IssueTable jql={jql} empty="No issue matches." sortable />
    </div>
  );
}
