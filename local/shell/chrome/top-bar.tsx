import { useSite } from '../lib/site';
import { Link } from '../lib/router';
import { useAppLinks } from './app-links';
import { Menu } from './menu';
import { SearchBox } from './search-box';
import { UserMenu } from './user-menu';
import { Button } from '../lib/parts';

interface TopBarProps {
  readonly product: 'jira' | 'confluence';
  readonly inspecting: boolean;
  readonly onInspect: () => void;
}

export function TopBar({ product, inspecting, onInspect }: TopBarProps) {
  const { mode, setMode, clock, person } = useSite();
  const links = useAppLinks();
  const time = new Intl.DateTimeFormat(person.locale, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: person.timeZone,
  }).format(new Date(clock.now()));
  return (
    <header className="bar">
      <nav className="bar-left" aria-label="Products">
        <Link className="product" href="/jira" aria-current={product === 'jira' ? 'true' : undefined}>
          <span className="mark mark-jira" aria-hidden="true" />
          Jira
        </Link>
        <Link className="product" href="/wiki" aria-current={product === 'confluence' ? 'true' : undefined}>
          <span className="mark mark-wiki" aria-hidden="true" />
          Confluence
        </Link>
        <Menu label="Apps">
          {links
            .filter((link) => link.product === product)
            .map((link) => (
              <Link key={link.href} className="menu-item" href={link.href}>
                {link.title}
              </Link>
            ))}
        </Menu>
      </nav>
      <SearchBox product={product} />
      <div className="bar-right">
        {product === 'jira' && (
          <Link className="button button-primary" href="/jira/create">
            Create
          </Link>
        )}
        <Button aria-expanded={inspecting} onClick={onInspect} title="Clock, invocations, storage, faults">
          <span aria-hidden="true">◷</span> {time} <span className="visually-hidden">site panel</span>
        </Button>
        <Button
          look="icon"
          onClick={() => setMode(mode === 'dark' ? 'light' : 'dark')}
          aria-label={mode === 'dark' ? 'Light theme' : 'Dark theme'}
        >
          <span aria-hidden="true">{mode === 'dark' ? '☀' : '☾'}</span>
        </Button>
        <UserMenu />
      </div>
    </header>
  );
}
