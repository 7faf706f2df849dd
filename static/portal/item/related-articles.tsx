import { useState } from 'react';
import { readArticles } from '../../shared/articles/find-articles';
import { errorText } from '../../shared/error-text';
import { readsIn, t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useLoad } from '../../shared/use-load';
import { ArticleList } from '../reader/article-list';
import { Reader } from '../reader/reader';
import forms from '../../kit/forms.module.css';
import styles from './related-articles.module.css';

interface Props {
  readonly articles: readonly { readonly pageId: string }[];
  readonly confluence: boolean;
}

/** The curated articles of an item, as far as the viewer may read them: those in the viewer's language first. */
export function RelatedArticles({ articles, confluence }: Props) {
  if (articles.length === 0) return null;
  return (
    <section aria-label={t('portal.item.articles')}>
      <h2 className={styles.title}>{t('portal.item.articles')}</h2>
      {confluence ? (
        <Readable pageIds={articles.map(({ pageId }) => pageId)} />
      ) : (
        <p className={forms.hint}>{t('portal.knowledge.notConnected')}</p>
      )}
    </section>
  );
}

/** In the letters of the viewer's language: Confluence does not say which language a page is in. */
const isReadable = (title: string): boolean =>
  /\p{Script=Cyrillic}/u.test(title) === CYRILLIC.includes(readsIn());
const CYRILLIC: readonly string[] = ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk'];

function Readable({ pageIds }: { readonly pageIds: readonly string[] }) {
  const { loaded } = useLoad(pageIds.join(), () => readArticles(pageIds));
  const [reading, setReading] = useState<string | null>(null);
  if (loaded.state === 'loading') return <SkeletonLines height={40} count={pageIds.length} />;
  if (loaded.state === 'error') return <p className={forms.hint}>{errorText(loaded.error)}</p>;
  if (loaded.value.length === 0) return <p className={forms.hint}>{t('portal.item.noArticles')}</p>;
  const brief = loaded.value
    .map((article) => ({ ...article, excerpt: '' }))
    .toSorted((a, b) => Number(isReadable(b.title)) - Number(isReadable(a.title)));
  return (
    <>
      <ArticleList articles={brief} onOpen={setReading} />
      {reading !== null && <Reader pageId={reading} onClose={() => setReading(null)} />}
    </>
  );
}
