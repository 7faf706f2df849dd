import type { Share } from '../../../src/sla/engine/report/breakdown';
import { t } from '../../shared/i18n';
import { durationText } from '../model/duration';
import styles from './why.module.css';

interface Props {
  /** The heading that names it. */
  readonly titleId: string;
  readonly shares: readonly Share[];
  readonly dayMs: number | null;
  readonly nameOf: (key: string | null) => React.ReactNode;
  readonly noteOf: (share: Share) => readonly (string | false)[];
}

/** Time by one kind of holder, and the part of the goal. */
export function ShareTable({ titleId, shares, dayMs, nameOf, noteOf }: Props) {
  const length = (ms: number, day: number | null): string => (ms === 0 ? '–' : durationText(ms, day));
  return (
    <table className={`${styles.table ?? ''} ${styles.shares ?? ''}`} aria-labelledby={titleId}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('sla.shares.counted')}</th>
          <th scope="col">{t('sla.shares.paused')}</th>
          <th scope="col">{t('sla.shares.ofGoal')}</th>
        </tr>
      </thead>
      <tbody>
        {shares.map((share) => (
          <tr key={share.key ?? ''}>
            <th scope="row" className={styles.holder}>
              {nameOf(share.key)}
              {noteOf(share).map(
                (note) =>
                  note && (
                    <div key={note} className={styles.cause}>
                      {note}
                    </div>
                  ),
              )}
            </th>
            <td>{length(share.runningMs, dayMs)}</td>
            <td>{length(share.pausedMs, null)}</td>
            <td>
              {share.percentOfTarget === null
                ? '–'
                : t('sla.shares.percent', { n: Math.floor(share.percentOfTarget) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
