import type { ItemCard } from '../../../src/catalog/domain/call-answers';
import { EmptyView } from '../../shared/empty-view';
import { LiveRegion } from '../../shared/live-region';
import { t } from '../../shared/i18n';
import { ArticleResults } from './article-results';
import { ItemTiles } from './item-tile';
import { Section } from './section';

interface Props {
  readonly query: string;
  readonly items: readonly ItemCard[];
  readonly confluence: boolean;
}

/** One list for one question: items that can be requested first, then articles that may answer it. */
export function SearchResults({ query, items, confluence }: Props) {
  return (
    <>
      <LiveRegion text={t('portal.search.found', { count: items.length })} />
      {items.length > 0 ? (
        <Section title={t('portal.search.items')}>
          <ItemTiles items={items} />
        </Section>
      ) : (
        <EmptyView title={t('portal.search.none', { query })}>{t('portal.search.noneHint')}</EmptyView>
      )}
      <Section title={t('portal.search.articles')}>
        <ArticleResults query={query} confluence={confluence} />
      </Section>
    </>
  );
}
