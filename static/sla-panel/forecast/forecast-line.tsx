import { t } from '../../shared/i18n';
import type { IssueRef } from '../data/issue';
import type { Replayed } from '../model/explain';
import type { Line } from '../model/line';
import { StateIcon } from '../state-icon';
import { useForecast } from './use-forecast';
import { confidenceText, halfText } from './words';
import styles from './forecast-line.module.css';

interface Props {
  readonly line: Line;
  readonly told: Replayed;
  readonly issue: IssueRef;
}

/** Says that a clock is likely to be breached, before any threshold does; of one that is not, nothing. */
export function ForecastLine({ line, told, issue }: Props) {
  const forecast = useForecast(line, told, issue);
  if (!forecast?.likely) return null;
  return (
    <p className={styles.forecast}>
      <StateIcon status="dueSoon" />
      <span>
        <strong>{t('sla.forecast.likely')}</strong> {halfText(forecast, told.dayMs)}{' '}
        {confidenceText(forecast)}
      </span>
    </p>
  );
}
