import type { Mail } from '../../products/jira/types';
import { api } from '../lib/api';
import { dateTime, type Reader } from '../lib/format';
import { Each, Line, Show } from '../lib/parts';
import { go, Link } from '../lib/router';
import { useNameOf, useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';

const WHY: Readonly<Record<Mail['kind'], (key: string) => string>> = {
  notify: (key) => `the sender had Jira notify people of ${key}`,
  mention: (key) => `mentioned in a comment on ${key}`,
  watcher: (key) => `watching ${key}`,
};

/** The mails Jira would have sent to one person, newest first; to everybody without one. */
export function Mailbox({ accountId }: { readonly accountId: string | undefined }) {
  const { people, person, version } = useSite();
  const query = accountId === undefined ? '' : `?accountId=${encodeURIComponent(accountId)}`;
  const loaded = useLoad(`mail ${query} ${version}`, () =>
    api<{ readonly mails: readonly Mail[] }>(`/__local/mail${query}`),
  );
  return (
    <div className="page">
      <h1>Mail</h1>
      <label className="check">
        Mailbox of
        <select
          value={accountId ?? ''}
          onChange={({ target }) => go(`/mail/${encodeURIComponent(target.value)}`)}
        >
          <option value="">Everybody</option>
          {people.map((one) => (
            <option key={one.accountId} value={one.accountId}>
              {one.displayName}
            </option>
          ))}
        </select>
      </label>
      <Show of={loaded}>
        {({ mails }) => (
          <Each of={mails} none="Nothing has come.">
            {(mail) => (
              <Letter key={`${mail.at} ${mail.accountId} ${mail.subject}`} mail={mail} reader={person} />
            )}
          </Each>
        )}
      </Show>
    </div>
  );
}

function Letter({ mail, reader }: { readonly mail: Mail; readonly reader: Reader }) {
  const to = useNameOf(mail.accountId) ?? mail.accountId;
  // The app has no account among the people: Jira signs with its name.
  const from = useNameOf(mail.sender ?? '') ?? 'App';
  return (
    <Line title={mail.subject} note={`${from} to ${to} · ${dateTime(mail.at, reader)}`}>
      <p className="mail-body">{mail.body}</p>
      <p className="quiet">
        Why: {WHY[mail.kind](mail.issueKey)}. <Link href={`/browse/${mail.issueKey}`}>{mail.issueKey}</Link>
      </p>
    </Line>
  );
}
