import { Show } from '../lib/parts';
import { Link } from '../lib/router';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';
import { loadSpaces } from './load';

export function WikiHome() {
  const { person } = useSite();
  const loaded = useLoad(person.accountId, loadSpaces);
  return (
    <div className="page">
      <h1>Spaces</h1>
      <Show of={loaded}>
        {(spaces) => (
          <ul className="cards">
            {spaces.map((space) => (
              <li key={space.key}>
                <Link className="card" href={`/wiki/spaces/${space.key}`}>
                  <strong>{space.name}</strong>
                  <span className="quiet">{space.key}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Show>
    </div>
  );
}
