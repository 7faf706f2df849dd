import { useState } from 'react';
import { Tabs } from '../lib/parts';
import { Comments } from './comments';
import { Done } from './done';
import type { Issue, IssueProps } from './types';

const TABS = { comments: 'Comments', history: 'History' } as const;

/** What happened: comments, and the history of fields. */
export function Activity(props: IssueProps) {
  const [tab, setTab] = useState<keyof typeof TABS>('comments');
  return (
    <section>
      <h2>Activity</h2>
      <Tabs of={TABS} chosen={tab} onChoose={setTab} />
      {tab === 'comments' ? <Comments {...props} /> : <History issue={props.issue} />}
    </section>
  );
}

function History({ issue }: { readonly issue: Issue }) {
  const changes = [...(issue.changelog?.histories ?? [])].sort(
    (a, b) => Date.parse(b.created) - Date.parse(a.created),
  );
  if (changes.length === 0) return <p className="quiet">Nothing has changed yet.</p>;
  return (
    <ul className="feed">
      {changes.map(({ id, author, created, items }) => (
        <Done key={id} by={author} at={created}>
          {items.map((item, index) => (
            <p key={index}>
              <span className="quiet">{item.field}:</span> {item.fromString ?? 'none'} →{' '}
              {item.toString ?? 'none'}
            </p>
          ))}
        </Done>
      ))}
    </ul>
  );
}
