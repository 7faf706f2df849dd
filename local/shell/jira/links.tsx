import { type FormEvent, useState } from 'react';
import { api, messageOf } from '../lib/api';
import { Problem, StatusTag } from '../lib/parts';
import { Link } from '../lib/router';
import type { Issue } from './types';

/** Linked issues with a form for one more. */
export function Links({ issue, onChanged }: { readonly issue: Issue; readonly onChanged: () => void }) {
  const [problem, setProblem] = useState<string>();
  const links = issue.fields.issuelinks ?? [];
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    try {
      await api('/rest/api/3/issueLink', {
        body: {
          type: { name: 'Relates' },
          inwardIssue: { key: issue.key },
          outwardIssue: { key: new FormData(form).get('key') },
        },
      });
      form.reset();
      setProblem(undefined);
      onChanged();
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return (
    <section>
      <h2>Linked work items</h2>
      <ul className="plain-list">
        {links.map((link) => {
          const other = link.inwardIssue ?? link.outwardIssue;
          return other ? (
            <li key={link.id}>
              <span className="quiet">{link.inwardIssue ? link.type.inward : link.type.outward}</span>{' '}
              <Link href={`/browse/${other.key}`}>{other.key}</Link> {other.fields.summary}{' '}
              <StatusTag name={other.fields.status.name} category={other.fields.status.statusCategory.key} />
            </li>
          ) : null;
        })}
      </ul>
      <form className="query query-small" onSubmit={(event) => void add(event)}>
        <input
          name="key"
          aria-label="Key of an issue to link"
          placeholder="IT-12"
          required
          pattern="[A-Za-z]+-[0-9]+"
        />
        <button type="submit" className="button">
          Link
        </button>
      </form>
      {problem && <Problem>{problem}</Problem>}
    </section>
  );
}
