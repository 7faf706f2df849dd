import { useId } from 'react';
import { Form, textOf } from '../lib/form';
import { go, Link } from '../lib/router';
import { IssueTable } from './issue-table';
import { Button } from '../lib/parts';

interface IssueSearchProps {
  readonly jql: string;
  readonly title: string;
  readonly project?: string;
}

/** A list of issues with the query that made it. */
export function IssueSearch({ jql, title, project }: IssueSearchProps) {
  const id = useId();
  const search = (data: FormData) => go(`/jira/search?jql=${encodeURIComponent(textOf(data, 'jql'))}`);
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
      <Form className="query" onSubmit={search}>
        <label htmlFor={id}>JQL</label>
        <input id={id} name="jql" defaultValue={jql} spellCheck={false} />
        <Button type="submit">Search</Button>
      </Form>
      <IssueTable jql={jql} empty="No issue matches." sortable />
    </div>
  );
}
