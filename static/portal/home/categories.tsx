import type { ItemCard } from '../../../src/catalog/domain/call-answers';
import type { Category } from '../../../src/catalog/domain/model';
import { useAddressParam } from '../../kit/address/use-address-param';
import { Glyph } from '../../shared/glyph';
import { localized, t } from '../../shared/i18n';
import type { Home } from '../home-data';
import { ItemTiles } from './item-tile';
import { Section } from './section';
import styles from './categories.module.css';

/** All items by category: top-level categories as a filter, their items below, sub-categories under their parent. */
export function Categories({ home }: { readonly home: Home }) {
  const [chosen, setChosen] = useAddressParam('category');
  const tops = topCategories(home);
  if (tops.length === 0) return null;
  const found = tops.filter(({ category }) => category.id === chosen);
  const shown = found.length === 0 ? tops : found;
  return (
    <Section title={t('portal.home.categories')}>
      <div className={styles.filter} role="group" aria-label={t('portal.home.categories')}>
        <button
          type="button"
          className={styles.chip}
          aria-pressed={found.length === 0}
          onClick={() => setChosen('')}
        >
          {t('portal.home.all')}
        </button>
        {tops.map(({ category }) => (
          <button
            key={category.id}
            type="button"
            className={styles.chip}
            aria-pressed={chosen === category.id}
            onClick={() => setChosen(category.id)}
          >
            <Glyph name={category.icon} />
            {localized(category.name)}
          </button>
        ))}
      </div>
      {shown.map(({ category, items }) => (
        <div key={category.id} className={styles.category}>
          <h3 className={styles.name}>{localized(category.name)}</h3>
          <p className={styles.description}>{localized(category.description)}</p>
          <ItemTiles items={items} />
        </div>
      ))}
    </Section>
  );
}

interface Top {
  readonly category: Category;
  readonly items: readonly ItemCard[];
}

/** Top-level categories with the items of everything below them, each once; empty ones are left out. */
function topCategories({ categories, items }: Home): readonly Top[] {
  const parents = new Map(categories.map(({ id, parentId }) => [id, parentId]));
  const topOf = (id: string): string => {
    const seen = new Set<string>();
    let at = id;
    for (
      let parent = parents.get(at);
      parent !== undefined && parents.has(parent) && !seen.has(at);
      parent = parents.get(at)
    ) {
      seen.add(at);
      at = parent;
    }
    return at;
  };
  return [...categories]
    .filter(({ parentId }) => parentId === undefined || !parents.has(parentId))
    .sort((a, b) => a.order - b.order)
    .map((category) => ({
      category,
      items: items.filter((item) => item.categoryIds.some((id) => topOf(id) === category.id)),
    }))
    .filter((top) => top.items.length > 0);
}
