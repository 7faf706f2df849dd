import { Avatar } from '../lib/parts';
import { useSite } from '../lib/site';
import { Menu } from './menu';

/** Who you are, and everybody you can be. */
export function UserMenu() {
  const { person, people, switchTo } = useSite();
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
      <p className="menu-title">Switch user</p>
      {people.map((other) => (
        <button
          key={other.accountId}
          type="button"
          className="menu-item"
          aria-pressed={other.accountId === person.accountId}
          onClick={() => void switchTo(other.accountId)}
        >
          <Avatar name={other.displayName} />
          <span>
            {other.displayName}
            <small>
              {other.accountId} · {other.timeZone.split('/').at(-1)} ·{' '}
              {other.locale.slice(0, 2).toUpperCase()}
            </small>
          </span>
        </button>
      ))}
    </Menu>
  );
}
