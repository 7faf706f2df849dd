import { t } from '../../shared/i18n';
import type { Band } from '../model/axis';
import styles from './axis.module.css';

const KINDS = ['running', 'paused', 'offHours', 'ahead'] as const;

/** What the looks of the bands mean: of those in sight. */
export function Legend({ bands }: { readonly bands: readonly Band[] }) {
  const late = bands.some((band) => band.late);
  return (
    <ul className={styles.legend}>
      {KINDS.filter((kind) => bands.some((band) => band.kind === kind)).map((kind) => (
        <li key={kind}>
          <span className={`${styles.key ?? ''} ${styles[kind] ?? ''}`} />
          {t(`sla.segment.${kind}`)}
        </li>
      ))}
      {late && (
        <li>
          <span className={`${styles.key ?? ''} ${styles.running ?? ''} ${styles.late ?? ''}`} />
          {t('sla.segment.late')}
        </li>
      )}
    </ul>
  );
}
