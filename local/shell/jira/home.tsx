import { useAppLinks } from '../chrome/app-links';
import { Link } from '../lib/router';
import { useSite } from '../lib/site';
import { IssueTable } from './issue-table';

/** Where a newcomer lands: who you are, where to click first. */
export function Home() {
  const { person } = useSite();
  const portal = useAppLinks().find((link) => link.product === 'jira');
  return (
    <div className="page">
      <h1>Hello, {person.displayName.split(' ')[0]}</h1>
      {portal && (
        <p className="hint">
          Need something? Open <Link href={portal.href}>{portal.title}</Link> and search for <q>laptop</q> or{' '}
          <q>ноутбук</q>. To be someone else, use the menu at the top right.
        </p>
      )}
      <section>
        <h2>Assigned to you</h2>
        <IssueTable
          jql={`assignee = currentUser() AND statusCategory != Done order by priority desc, created asc`}
          pageSize={10}
          empty="Nothing is assigned to you."
        />
      </section>
      <section>
        <h2>Raised by you</h2>
        <IssueTable
          jql="reporter = currentUser() order by created desc"
          pageSize={10}
          empty="You have raised nothing yet."
        />
      </section>
    </div>
  );
}
