import { Link } from '../lib/router';
import { Show } from '../lib/parts';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';
import { loadPages } from './load';
import type { Space, WikiPage } from './types';

/** The pages of a space, children below their parents. */
export function PageTree({ space, current }: { readonly space: Space; readonly current?: string }) {
  const { version, person } = useSite();
  const loaded = useLoad(`${space.id} ${person.accountId} ${version}`, () => loadPages(space.id));
  return (
    <nav className="tree" aria-label={`Pages of ${space.name}`}>
      <Show of={loaded}>
        {(pages) => <Branch pages={pages} spaceKey={space.key} parent={null} current={current} />}
      </Show>
    </nav>
  );
}

interface BranchProps {
  readonly pages: readonly WikiPage[];
  readonly spaceKey: string;
  readonly parent: string | null;
  readonly current: string | undefined;
}

function Branch({ pages, spaceKey, parent, current }: BranchProps) {
  const ids = new Set(pages.map((page) => page.id));
  const here = pages.filter((page) =>
    parent === null ? !page.parentId || !ids.has(page.parentId) : page.parentId === parent,
  );
  if (here.length === 0) return null;
  return (
    <ul>
      {here.map((page) => (
        <li key={page.id}>
          <Link
            href={`/wiki/spaces/${spaceKey}/pages/${page.id}`}
            aria-current={page.id === current ? 'page' : undefined}
          >
            {page.title}
          </Link>
          <Branch pages={pages} spaceKey={spaceKey} parent={page.id} current={current} />
        </li>
      ))}
    </ul>
  );
}
