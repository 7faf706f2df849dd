import { t } from '../../shared/i18n';
import type { Clock } from './model/clock';
import { type Card, isOnCard } from './model/filter';
import styles from './cards.module.css';

interface Props {
  readonly cards: readonly Card[];
  readonly clocks: readonly Clock[];
  readonly endOfDay: number;
  /** More than was read is on this card. */
  readonly isCut: (card: Card) => boolean;
  readonly chosen: Card | null;
  /** Left out on a wall: nothing to press there. */
  readonly onChoose?: (card: Card | null) => void;
}

/** How much is late, due soon, likely to be late and paused; each card shows only its own when pressed. */
export function Cards({ cards, clocks, endOfDay, isCut, chosen, onChoose }: Props) {
  return (
    <ul className={styles.cards} aria-label={t('portal.board.counts')}>
      {cards.map((card) => {
        const count = clocks.filter((clock) => isOnCard(clock, card, endOfDay)).length;
        const look = `${styles.card ?? ''} ${count > 0 ? (styles[card] ?? '') : ''}`;
        const content = (
          <>
            <span className={styles.count}>{isCut(card) ? `${count}+` : count}</span>
            <span className={styles.label}>{t(`portal.board.card.${card}`)}</span>
          </>
        );
        return (
          <li key={card}>
            {onChoose === undefined ? (
              <div className={look}>{content}</div>
            ) : (
              <button
                type="button"
                className={look}
                aria-pressed={chosen === card}
                onClick={() => onChoose(chosen === card ? null : card)}
              >
                {content}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
