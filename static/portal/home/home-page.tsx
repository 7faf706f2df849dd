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
import { indexItems, wordsOf } from '../search/item-index';
import { Browse } from './browse';
import { HomeSkeleton } from './home-skeleton';
import { SearchBox } from './search-box';
import { SearchResults } from './search-results';
import { useSearchWords } from './use-search-words';

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
  const words = useSearchWords(home.key, searched !== '');
  const index = useMemo(() => {
    const names = home.categories.map(({ id, name }) => [id, wordsOf(name)] as const);
    return indexItems(home.items, new Map(names), home.popular, words);
  }, [home, words]);

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
  const byId = new Map(home.items.map((item) => [item.id, item]));
  const found = index.search(searched).flatMap((id) => byId.get(id) ?? []);
  return (
    <>
      <SearchBox value={query} onChange={setQuery} />
      {searched === '' ? (
        <Browse home={home} />
      ) : (
        <SearchResults query={searched} items={found} confluence={home.confluence} />
      )}
    </>
  );
}
