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

/** The catalog: search first, then what people ask for most, then everything by category. What is typed before it is there is answered once it is. */
export function HomePage() {
  const { loaded, reload } = useHome();
  const [query, setQuery] = useAddressParam('q');
  const home = loaded.state === 'ready' ? loaded.value : null;
  const isSearched =
    loaded.state === 'loading' || (home !== null && home.configured && home.items.length > 0);
  return (
    <>
      <PageHeader title={home?.name === undefined ? t('portal.home.title') : localized(home.name)} />
      <div role="presentation" onKeyDown={moveBetweenResults}>
        {isSearched && <SearchBox value={query} onChange={setQuery} />}
        {loaded.state === 'loading' && <HomeSkeleton />}
        {loaded.state === 'error' && <ErrorView error={loaded.error} onRetry={reload} />}
        {home !== null && <Catalog home={home} query={query} />}
      </div>
    </>
  );
}

interface CatalogProps {
  readonly home: Home;
  readonly query: string;
}

function Catalog({ home, query }: CatalogProps) {
  const [, go] = useLocation();
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
  return index === null ? (
    <Browse home={home} />
  ) : (
    <SearchResults query={searched} home={home} index={index} details={details} />
  );
}
