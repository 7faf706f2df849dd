import type { ShownCatalog } from '../../../src/catalog/domain/call-answers';
import { Glyph } from '../../shared/glyph';
import { localized, t } from '../../shared/i18n';
import styles from './categories.module.css';

interface Props {
  readonly label: string;
  readonly categories: ShownCatalog['categories'];
  /** What is opened when none of them is. */
  readonly all: string;
  readonly chosen: string | undefined;
  readonly onChoose: (categoryId: string) => void;
}

/** Categories beside each other, of which one is chosen or none. */
export const CategoryChips = ({ label, categories, all, chosen, onChoose }: Props) => (
  <div className={styles.filter} role="group" aria-label={label}>
    <button
      type="button"
      className={styles.chip}
      aria-pressed={chosen === undefined}
      onClick={() => onChoose(all)}
    >
      {t('portal.home.all')}
    </button>
    {categories.map(({ id, icon, name }) => (
      <button
        key={id}
        type="button"
        className={styles.chip}
        aria-pressed={chosen === id}
        onClick={() => onChoose(id)}
      >
        <Glyph name={icon} />
        {localized(name)}
      </button>
    ))}
  </div>
);
