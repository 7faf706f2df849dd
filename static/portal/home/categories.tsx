import Button from '@atlaskit/button/default/button';
import { useMemo } from 'react';
import type { ItemCard } from '../../../src/catalog/domain/call-answers';
import { useAddressParam } from '../../kit/address/use-address-param';
import { localized, t } from '../../shared/i18n';
import { useNow } from '../../shared/use-now';
import { aboutCategories } from '../announcements/announced';
import { LazyAnnouncements } from '../announcements/lazy';
import type { Home } from '../home-data';
import styles from './categories.module.css';
import { CategoryChips } from './category-chips';
import { type Branch, idsAround, itemsOf, pathTo, treeOf } from './category-tree';
import { ItemTiles } from './item-tile';
import { Section } from './section';

/** What a category shows of itself among all others. */
const FIRST = 6;

/** All items by category. One category at a time is opened, down to the third level; before that each shows its first items. */
export function Categories({ home }: { readonly home: Home }) {
  const [chosen, setChosen] = useAddressParam('category');
  const tree = useMemo(() => treeOf(home), [home]);
  const now = useNow();
  if (tree.length === 0) return null;
  const path = pathTo(tree, chosen);
  const opened = path.at(-1);
  const rows = [tree, ...path.map(({ below }) => below)].filter((row) => row.length > 0);
  return (
    <Section title={t('portal.home.categories')}>
      {rows.map((row, level) => (
        <CategoryChips
          key={level}
          label={
            level === 0
              ? t('portal.home.categories')
              : localized(path[level - 1]?.category.name ?? { en: '' })
          }
          categories={row.map(({ category }) => category)}
          all={path[level - 1]?.category.id ?? ''}
          chosen={path[level]?.category.id}
          onChoose={setChosen}
        />
      ))}
      {opened === undefined ? (
        <Overview tree={tree} onOpen={setChosen} />
      ) : (
        <>
          <LazyAnnouncements announced={aboutCategories(home, idsAround(path), now)} />
          <Opened branch={opened} level={0} />
        </>
      )}
    </Section>
  );
}

const HEADINGS = ['h3', 'h4', 'h5'] as const;

/** A category with all that is in it, those below under headings of their own. */
function Opened({ branch, level }: { readonly branch: Branch; readonly level: number }) {
  const { category, items, below } = branch;
  const Heading = HEADINGS[level] ?? 'h5';
  return (
    <div className={styles.category}>
      <Heading className={styles.name}>{localized(category.name)}</Heading>
      <p className={styles.description}>{localized(category.description)}</p>
      {items.length > 0 && <ItemTiles items={items} />}
      {below.map((each) => (
        <Opened key={each.category.id} branch={each} level={level + 1} />
      ))}
    </div>
  );
}

interface OverviewProps {
  readonly tree: readonly Branch[];
  readonly onOpen: (categoryId: string) => void;
}

/** The first items of each category at the top; one in two of them stands in the first. */
function Overview({ tree, onOpen }: OverviewProps) {
  const shown = new Set<ItemCard>();
  return tree.map((branch) => {
    const all = itemsOf(branch);
    const first = all.filter((item) => !shown.has(item)).slice(0, FIRST);
    for (const item of first) shown.add(item);
    const name = localized(branch.category.name);
    return (
      <div key={branch.category.id} className={styles.category}>
        <h3 className={styles.name}>{name}</h3>
        <p className={styles.description}>{localized(branch.category.description)}</p>
        {first.length > 0 && <ItemTiles items={first} />}
        {all.length > first.length && (
          <Button appearance="subtle" onClick={() => onOpen(branch.category.id)}>
            {t('portal.home.showAll', { count: all.length, name })}
          </Button>
        )}
      </div>
    );
  });
}
