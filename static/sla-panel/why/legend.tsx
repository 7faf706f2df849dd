import { t } from '../../shared/i18n';
import type { Band } from '../model/axis';
import styles from './axis.module.css';

type Look = Pick<Band, 'kind' | 'late'>;

/** How a band looks: by what its time is, and otherwise after the breach. */
export const bandLook = ({ kind, late }: Look): string =>
  `${styles[kind] ?? ''} ${(late && styles.late) || ''}`;

const KINDS = ['running', 'paused', 'offHours', 'ahead'] as const;

/** What the looks of the bands mean: of those in sight. */
export function Legend({ bands }: { readonly bands: readonly Look[] }) {
  const key = (name: string, look: Look) => (
    <li key={name}>
      <span className={`${styles.key ?? ''} ${bandLook(look)}`} />
      {t(`sla.segment.${name}`)}
    </li>
  );
  return (
    <ul className={styles.legend}>
      {KINDS.filter((kind) => bands.some((band) => band.kind === kind)).map((kind) =>
        key(kind, { kind, late: false }),
      )}
      {bands.some(({ late }) => late) && key('late', { kind: 'running', late: true })}
    </ul>
  );
}
