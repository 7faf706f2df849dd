import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { causeText } from '../model/cause';
import { durationText } from '../model/duration';
import type { Told } from '../model/explain';
import { reasonText } from '../model/reason';
import type { Stretch } from '../model/timeline';
import styles from './why.module.css';

const whatText = (stretch: Stretch, told: Told): string => {
  if (stretch.kind === 'paused') {
    const time = durationText(stretch.to - stretch.from, null);
    return t('sla.stretch.paused', { time, reason: reasonText(stretch.reason ?? '') });
  }
  if (stretch.countedMs === 0) return t('sla.stretch.idle');
  return t('sla.stretch.running', { time: durationText(stretch.countedMs, told.dayMs) });
};

/** The bar as a table: when it ran or stood still, how long, and what made it so. */
export function StretchTable({
  stretches,
  told,
}: {
  readonly stretches: readonly Stretch[];
  readonly told: Told;
}) {
  return (
    <table className={styles.table}>
      <caption>{t('sla.table.time')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sla.table.from')}</th>
          <th scope="col">{t('sla.table.what')}</th>
        </tr>
      </thead>
      <tbody>
        {stretches.map((stretch) => (
          <tr key={`${String(stretch.from)}${stretch.kind}${JSON.stringify(stretch.because)}`}>
            <td>{formatDateTime(stretch.from)}</td>
            <td>
              {whatText(stretch, told)}
              <div className={styles.cause}>
                {causeText(stretch.factId, stretch.because, told.history, told.names)}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
