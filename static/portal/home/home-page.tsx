import Button from '@atlaskit/button/default/button';
import { useLocation } from 'wouter';
import { useDeferredValue, useMemo } from 'react';
import { useAddressParam } from '../../kit/address/use-address-param';
import { rightsOf } from '../../settings/rights';
import { EmptyView } from '../../shared/empty-view';
import { ErrorView } from '../../shared/error-view';
import { localized, t } from '../../shared/i18n';
import { PageHeader } from '../../shared/page-header';
import { type Home, useHome } from '../home-data';
import { indexItems, saidIn } from '../search/item-index';
import { moveBetweenResults } from '../search/between-results';
import { SearchBox } from '../search/search-box';
import { SearchResults } from '../search/search-results';
import { useDetails } from '../search/use-details';
import { Browse } from './browse';
import { HomeSkeleton } from './home-skeleton';

/** The catalog: search first, then what people ask for most, then everything by category. */
export function HomePage() {
  const { loaded, reload } = useHome();
  const name = loaded.state === 'ready' ? loaded.value.name : undefined;
  const title = name === undefined ? t('portal.home.title') : localized(name);
  return (
    <>
      <PageHeader title={title} />
      {loaded.state === 'loading' && <HomeSkeleton />}
      {loaded.state === 'error' && <ErrorView error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && <Catalog home={loaded.value} />}
    </>
  );
}

function Catalog({ home }: { readonly home: Home }) {
  const [, go] = useLocation();
  const [query, setQuery] = useAddressParam('q');
  const searched = useDeferredValue(query.trim());
  const searches = searched !== '';
  const details = useDetails(home.key, searches);
  // What the home shows is indexed with the first key, which is answered by it; all the rest once it is there.
  const index = useMemo(() => {
    if (!searches) return null;
    const names = home.categories.map(({ id, name }) => [id, saidIn(name)] as const);
    const words = new Map([...details].map(([id, each]) => [id, each.words]));
    return indexItems(home.items, new Map(names), home.popular, words);
  }, [home, details, searches]);

  if (!home.configured) {
    const maySetUp = rightsOf(home.me).editCatalog;
    return (
      <EmptyView
        title={t('portal.home.unconfigured')}
        action={maySetUp && <Button onClick={() => go('/manage/start')}>{t('portal.home.start')}</Button>}
      >
        {t(maySetUp ? 'portal.home.unconfiguredAdmin' : 'portal.home.unconfiguredHint')}
      </EmptyView>
    );
  }
  if (home.items.length === 0) {
    return <EmptyView title={t('portal.home.nothing')}>{t('portal.home.nothingHint')}</EmptyView>;
  }
  return (
    <div role="presentation" onKeyDown={moveBetweenResults}>
      <SearchBox value={query} onChange={setQuery} />
      {index === null ? (
        <Browse home={home} />
      ) : (
        <SearchResults query={searched} home={home} index={index} details={details} />
      )}
    </div>
  );
}
