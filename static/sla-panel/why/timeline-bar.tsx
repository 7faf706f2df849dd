import { t } from '../../shared/i18n';
import type { Piece } from '../model/timeline';
import styles from './why.module.css';

const KINDS = ['running', 'paused', 'offHours'] as const;

/** The cycle drawn to scale. The table below says the same, so it is a picture for screen readers. */
export function TimelineBar({ pieces }: { readonly pieces: readonly Piece[] }) {
  if (pieces.length === 0) return null;
  return (
    <div>
      <div className={styles.bar} role="img" aria-label={t('sla.bar')}>
        {pieces.map((piece, index) => (
          <span key={index} className={styles[piece.type]} style={{ flexGrow: piece.share }} />
        ))}
      </div>
      <ul className={styles.legend}>
        {KINDS.filter((kind) => pieces.some((piece) => piece.type === kind)).map((kind) => (
          <li key={kind}>
            <span className={`${styles.key ?? ''} ${styles[kind] ?? ''}`} />
            {t(`sla.segment.${kind}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
