import { dateTime } from '../lib/format';
import { Show } from '../lib/parts';
import { Link } from '../lib/router';
import { useSite } from '../lib/site';
import { usePoll } from './use-poll';

interface Told {
  readonly issueKey: string;
  readonly kind: 'notify' | 'mention' | 'watcher';
  readonly accountId: string;
  readonly subject: string;
  readonly body: string;
  readonly at: number;
}

/** What Jira would have sent by mail, newest first. */
export function NotificationsPanel() {
  const { person, people } = useSite();
  const found = usePoll<{ readonly notifications: readonly Told[] }>('/__local/notifications?limit=100');
  const nameOf = (accountId: string): string =>
    people.find((one) => one.accountId === accountId)?.displayName ?? accountId;
  return (
    <Show of={found}>
      {({ notifications }) =>
        notifications.length === 0 ? (
          <p className="quiet">Nobody was told anything yet.</p>
        ) : (
          notifications.map((one, index) => (
            <details key={`${one.at}-${one.accountId}-${index}`} className="line">
              <summary>
                <strong>{one.subject}</strong>
                <span className="quiet">
                  {one.kind} to {nameOf(one.accountId)} · {dateTime(one.at, person)}
                </span>
              </summary>
              <p>{one.body}</p>
              <Link href={`/browse/${one.issueKey}`}>{one.issueKey}</Link>
            </details>
          ))
        )
      }
    </Show>
  );
}
