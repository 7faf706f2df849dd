import { api } from '../lib/api';
import { Form, textOf } from '../lib/form';
import { Button, StatusTag } from '../lib/parts';
import { Link } from '../lib/router';
import type { IssueProps } from './types';

/** Linked issues with a form for one more. */
export function Links({ issue, onChanged }: IssueProps) {
  const links = issue.fields.issuelinks ?? [];
  const add = async (data: FormData, form: HTMLFormElement) => {
    const [inwardIssue, outwardIssue] = [{ key: issue.key }, { key: textOf(data, 'key') }];
    await api('/rest/api/3/issueLink', { body: { type: { name: 'Relates' }, inwardIssue, outwardIssue } });
    form.reset();
    onChanged();
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
      <Form className="query query-small" onSubmit={add}>
        <input
          name="key"
          aria-label="Key of an issue to link"
          placeholder="IT-12"
          required
          pattern="[A-Za-z]+-[0-9]+"
        />
        <Button type="submit">Link</Button>
      </Form>
    </section>
  );
}
