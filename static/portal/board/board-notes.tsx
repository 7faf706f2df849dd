import type { Board } from '../../../src/sla/board/domain/answers';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import styles from './board-notes.module.css';

/** What the board does not show, and why: said plainly, as a short list is no reason to be calm. */
export function BoardNotes({ board }: { readonly board: Board }) {
  const notes = [
    board.recalculating && t('portal.board.note.recalculating', { n: board.recalculating.checked }),
    board.upcomingUntil !== undefined &&
      t('portal.board.note.upcoming', { at: formatDateTime(board.upcomingUntil) }),
    board.moreBreached && t('portal.board.note.breached'),
    board.paused === 'some' && t('portal.board.note.pausedSome'),
    board.paused === 'none' && t('portal.board.note.pausedNone'),
  ].filter((note) => typeof note === 'string');
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
