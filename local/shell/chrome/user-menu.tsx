import { Avatar, Button } from '../lib/parts';
import { Link } from '../lib/router';
import { useSite } from '../lib/site';
import { Menu } from './menu';

const LANGUAGES = [
  { locale: 'en-US', name: 'English' },
  { locale: 'ru-RU', name: 'Русский' },
] as const;

/** Who you are, and everybody you can be. */
export function UserMenu() {
  const { person, people, switchTo, setLocale } = useSite();
  return (
    <Menu
      align="end"
      name={`Signed in as ${person.displayName}; switch user`}
      label={
        <>
          <Avatar name={person.displayName} /> <span className="user-name">{person.displayName}</span>
        </>
      }
    >
      <p className="menu-title">Language</p>
      <div className="menu-row">
        {LANGUAGES.map(({ locale, name }) => (
          <Button
            key={locale}
            lang={locale}
            aria-pressed={person.locale === locale}
            onClick={() => void setLocale(locale)}
          >
            {name}
          </Button>
        ))}
      </div>
      <p className="menu-title">Switch user</p>
      {people.map((other) => (
        <div key={other.accountId} className="menu-pair">
          <button
            type="button"
            className="menu-item"
            aria-pressed={other.accountId === person.accountId}
            onClick={() => void switchTo(other.accountId)}
          >
            <Avatar name={other.displayName} />
            <span>
              {other.displayName}
              <small>
                {other.email} · {other.timeZone.split('/').at(-1)} · {other.locale.slice(0, 2).toUpperCase()}
              </small>
            </span>
          </button>
          <Link
            className="button button-icon"
            href={`/mail/${encodeURIComponent(other.accountId)}`}
            aria-label={`Mail of ${other.displayName}`}
            title={`Mail of ${other.displayName}`}
          >
            <span aria-hidden="true">✉</span>
          </Link>
        </div>
      ))}
    </Menu>
  );
}
