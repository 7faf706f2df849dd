import { Show } from '../lib/parts';
import { Link } from '../lib/router';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';
import { loadSpace } from './load';
import { PageTree } from './page-tree';

export function SpaceHome({ spaceKey }: { readonly spaceKey: string }) {
  const { person } = useSite();
  const loaded = useLoad(`${spaceKey} ${person.accountId}`, () => loadSpace(spaceKey));
  return (
    <Show of={loaded}>
      {(space) => (
        <div className="page">
          <div className="page-head">
            <h1>{space.name}</h1>
            <Link className="button" href={`/wiki/spaces/${space.key}/pages/new`}>
              New page
            </Link>
          </div>
          <PageTree space={space} />
        </div>
      )}
    </Show>
  );
}
