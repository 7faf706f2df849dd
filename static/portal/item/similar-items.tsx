import { useMemo } from 'react';
import { Link } from 'wouter';
import { localized, t } from '../../shared/i18n';
import { itemAddress } from '../addresses';
import { type Home, useHome } from '../home-data';
import forms from '../../kit/forms.module.css';
import styles from './related-articles.module.css';

const MOST = 4;

/** Of the items that its viewer may order those most like it: by the categories and the keywords they share. */
export function SimilarItems({ itemId }: { readonly itemId: string }) {
  const { loaded } = useHome();
  // The form beside it is shown anew with every key.
  const similar = useMemo(
    () => (loaded.state === 'ready' ? similarTo(itemId, loaded.value) : []),
    [itemId, loaded],
  );
  if (similar.length === 0) return null;
  return (
    <section aria-label={t('portal.item.similar')}>
      <h2 className={styles.title}>{t('portal.item.similar')}</h2>
      <ul className={forms.list}>
        {similar.map(({ id, name }) => (
          <li key={id}>
            <Link to={itemAddress(id)}>{localized(name)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function similarTo(itemId: string, { items }: Pick<Home, 'items'>): Home['items'] {
  const own = items.find(({ id }) => id === itemId);
  if (own === undefined) return [];
  const shared = (a: readonly string[], b: readonly string[]): number =>
    a.filter((each) => b.includes(each)).length;
  // A keyword says more than a category, which may hold anything.
  const scored = items.map((item) => ({
    item,
    score: shared(own.categoryIds, item.categoryIds) + 2 * shared(own.keywords, item.keywords),
  }));
  return scored
    .filter(({ item, score }) => item !== own && score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ item }) => item);
}
