import { useState } from 'react';
import { ago, dateTime } from '../lib/format';
import { Avatar } from '../lib/parts';
import { useSite } from '../lib/site';
import { Comments } from './comments';
import type { Issue } from './types';

/** What happened: comments, and the history of fields. */
export function Activity({ issue, onChanged }: { readonly issue: Issue; readonly onChanged: () => void }) {
  const [tab, setTab] = useState<'comments' | 'history'>('comments');
  return (
    <section>
      <h2>Activity</h2>
      <div className="tabs">
        {(['comments', 'history'] as const).map((name) => (
          <button
            key={name}
            type="button"
            className="tab"
            aria-pressed={tab === name}
            onClick={() => setTab(name)}
          >
            {name === 'comments' ? 'Comments' : 'History'}
          </button>
        ))}
      </div>
      {tab === 'comments' ? <Comments issue={issue} onChanged={onChanged} /> : <History issue={issue} />}
    </section>
  );
}

function History({ issue }: { readonly issue: Issue }) {
  const { person, clock } = useSite();
  const changes = [...(issue.changelog?.histories ?? [])].sort(
    (a, b) => Date.parse(b.created) - Date.parse(a.created),
  );
  if (changes.length === 0) return <p className="quiet">Nothing has changed yet.</p>;
  return (
    <ul className="feed">
      {changes.map((change) => (
        <li key={change.id} className="feed-item">
          <Avatar name={change.author?.displayName ?? 'App'} />
          <div>
            <p>
              <strong>{change.author?.displayName ?? 'App'}</strong>{' '}
              <time dateTime={change.created} title={dateTime(change.created, person)} className="quiet">
                {ago(change.created, clock.now(), person)}
              </time>
            </p>
            {change.items.map((item, index) => (
              <p key={index}>
                <span className="quiet">{item.field}:</span> {item.fromString ?? 'none'} →{' '}
                {item.toString ?? 'none'}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
