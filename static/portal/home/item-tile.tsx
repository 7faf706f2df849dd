import { Link } from 'wouter';
import type { ItemCard } from '../../../src/catalog/domain/call-answers';
import { Glyph } from '../../shared/glyph';
import { localized, t } from '../../shared/i18n';
import { formatMoney } from '../../shared/money';
import { itemAddress } from '../addresses';
import forms from '../../kit/forms.module.css';
import styles from './item-tile.module.css';

/** An item in a list: what it is, in one line what it brings, what it costs. */
export function ItemTile({ item }: { readonly item: ItemCard }) {
  return (
    <li className={styles.tile}>
      <span className={styles.icon}>
        <Glyph name={item.icon} />
      </span>
      <span className={styles.words}>
        <Link to={itemAddress(item.id)} className={styles.name}>
          {localized(item.name)}
        </Link>
        <span className={styles.summary}>{localized(item.summary)}</span>
        {item.price !== undefined && item.price.amount > 0 && (
          <span className={forms.note}>{t('portal.price.from', { price: formatMoney(item.price) })}</span>
        )}
      </span>
    </li>
  );
}

export function ItemTiles({ items }: { readonly items: readonly ItemCard[] }) {
  return (
    <ul className={styles.tiles}>
      {items.map((item) => (
        <ItemTile key={item.id} item={item} />
      ))}
    </ul>
  );
}
