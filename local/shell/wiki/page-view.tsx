import { date } from '../lib/format';
import { Avatar, Show } from '../lib/parts';
import { Link } from '../lib/router';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';
import { Byline } from './byline';
import { loadPage } from './load';
import { PageTree } from './page-tree';
import { StorageBody } from './storage-body';

/** One page: its text with macros in place, and the app's line below the title. */
export function PageView({ pageId }: { readonly pageId: string }) {
  const { person, people, version } = useSite();
  const loaded = useLoad(`${pageId} ${person.accountId} ${version}`, () => loadPage(pageId));
  const nameOf = (accountId: string | undefined): string =>
    people.find((one) => one.accountId === accountId)?.displayName ?? 'App';
  return (
    <Show of={loaded}>
      {({ page, space, labels }) => (
        <div className="wiki">
          <PageTree space={space} current={page.id} />
          <article className="page page-wiki">
            <nav aria-label="Breadcrumb" className="crumbs">
              <Link href="/wiki">Spaces</Link> / <Link href={`/wiki/spaces/${space.key}`}>{space.name}</Link>
            </nav>
            <div className="page-head">
              <h1>{page.title}</h1>
              <Link className="button" href={`/wiki/spaces/${space.key}/pages/${page.id}/edit`}>
                Edit
              </Link>
            </div>
            <div className="byline">
              <Avatar name={nameOf(page.authorId)} /> By {nameOf(page.authorId)}
              {page.createdAt && <span className="quiet">{date(page.createdAt, person)}</span>}
              <span className="quiet">Version {page.version?.number ?? 1}</span>
              <Byline pageId={page.id} />
            </div>
            <StorageBody storage={page.body?.storage?.value ?? ''} pageId={page.id} />
            <p>
              {labels.map((label) => (
                <span key={label.name} className="chip">
                  {label.name}
                </span>
              ))}
            </p>
          </article>
        </div>
      )}
    </Show>
  );
}
