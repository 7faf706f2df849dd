import { Link } from 'wouter';
import type { ItemCard } from '../../../src/catalog/domain/call-answers';
import { compactDuration } from '../../../src/kernel/duration';
import { Glyph } from '../../shared/glyph';
import { localized, t } from '../../shared/i18n';
import { formatMoney } from '../../shared/money';
import { itemAddress } from '../addresses';
import { priceText } from '../price-text';
import { Star } from '../favourites/star';
import forms from '../../kit/forms.module.css';
import styles from './item-tile.module.css';

/** An item in a list: what it is, in one line what it brings, how soon, and what it costs. */
export function ItemTile({ item }: { readonly item: ItemCard }) {
  const name = localized(item.name);
  const told = [promiseText(item), costs(item)].filter(Boolean);
  return (
    <li className={styles.tile}>
      <span className={styles.icon}>
        <Glyph name={item.icon} />
      </span>
      <span className={styles.words}>
        <Link to={itemAddress(item.id)} className={styles.name}>
          {name}
        </Link>
        <span className={styles.summary}>{localized(item.summary)}</span>
        {told.length > 0 && <span className={forms.note}>{told.join(' · ')}</span>}
      </span>
      <Star itemId={item.id} name={name} />
    </li>
  );
}

/** How soon it is delivered: usually, where that hangs on what is answered. */
function promiseText({ promise }: ItemCard): string {
  if (promise === undefined) return '';
  const time = compactDuration(promise.ms, t, promise.dayMs ?? null);
  return t(promise.varies ? 'portal.tile.usually' : 'portal.tile.within', { time });
}

/** From how much on, where that hangs on what is answered; nothing where none is told. */
function costs({ price }: ItemCard): string {
  if (price === undefined) return '';
  if (!price.varies) return priceText(price);
  const isNothing = price.amount === 0 && price.recurring === undefined;
  return t('portal.price.from', { price: isNothing ? formatMoney(price) : priceText(price) });
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
