import { FEWEST } from '../../../src/sla/engine/forecast/forecast';
import { t } from '../../shared/i18n';
import type { IssueRef } from '../data/issue';
import type { Replayed } from '../model/explain';
import type { Line } from '../model/line';
import { useForecast } from './use-forecast';
import { confidenceText, forecastText } from './words';

interface Props {
  readonly line: Line;
  readonly told: Replayed;
  readonly issue: IssueRef;
  readonly className?: string | undefined;
}

/** The forecast of an open clock and what it rests on, or that too little is known. */
export function ForecastWhy({ line, told, issue, className }: Props) {
  const forecast = useForecast(line, told, issue);
  if (forecast === undefined) return null;
  return (
    <p className={className}>
      {forecast === null
        ? t('sla.forecast.why.none', { n: FEWEST })
        : `${forecastText(forecast, told.dayMs)} ${confidenceText(forecast)}`}
    </p>
  );
}
