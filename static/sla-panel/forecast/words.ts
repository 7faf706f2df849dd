import type { Forecast } from '../../../src/sla/engine/forecast/model';
import { t } from '../../shared/i18n';
import { durationText } from '../model/duration';

const amongText = ({ among, count }: Forecast): string => t(`sla.forecast.among.${among}`, { count });

/** What it rests on: how many, what they needed, what is left. */
export const halfText = (forecast: Forecast, dayMs: number | null): string =>
  t('sla.forecast.half', {
    among: amongText(forecast),
    median: durationText(forecast.medianMs, dayMs),
    left: durationText(forecast.leftMs, dayMs),
  });

/** The same where there is little room. */
export const shortText = (forecast: Forecast, dayMs: number | null): string => {
  const { count, medianMs } = forecast;
  const half = t('sla.forecast.row', { count, median: durationText(medianMs, dayMs) });
  return `${half} ${confidenceText(forecast)}`;
};

export const confidenceText = ({ confidence }: Forecast): string =>
  t(`sla.forecast.confidence.${confidence}`);

/** The forecast in full, good or bad. */
export const forecastText = (forecast: Forecast, dayMs: number | null): string =>
  t(forecast.likely ? 'sla.forecast.why.likely' : 'sla.forecast.why.inTime', {
    among: amongText(forecast),
    longer: forecast.longer,
    median: durationText(forecast.medianMs, dayMs),
    left: durationText(forecast.leftMs, dayMs),
  });
