/** What a band of the axis is, in words. */
import { formatDateTime, formatTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { wallTime } from '../../shared/wall-time';
import type { Band, Mark, Span } from '../model/axis';
import { causeText } from '../model/cause';
import { durationText } from '../model/duration';
import type { Told } from '../model/explain';
import { reasonText } from '../model/reason';

const kindText = ({ kind, from, to, countedMs, segment }: Band, { dayMs }: Told): string => {
  switch (kind) {
    case 'paused':
      return t('sla.stretch.paused', {
        time: durationText(to - from, null),
        reason: reasonText(segment?.reason ?? ''),
      });
    case 'running':
      return t('sla.stretch.running', { time: durationText(countedMs, dayMs) });
    case 'offHours':
      return t('sla.stretch.idle');
    case 'ahead':
      return t('sla.segment.ahead');
  }
};

/** What went on, how much of it counted, and whether it was after the breach. */
export const bandText = (band: Band, told: Told): string =>
  band.late ? t('sla.stretch.late', { what: kindText(band, told) }) : kindText(band, told);

/** What made it so; nothing of what lies ahead. */
export const bandCause = ({ segment }: Band, { history, names }: Told): string =>
  segment === undefined ? '' : causeText(segment.cause.factId, segment.cause.because, history, names);

/** From when to when, the day said once. */
export const spanText = ({ from, to }: Span): string => {
  const sameDay = wallTime(from).slice(0, 10) === wallTime(to).slice(0, 10);
  return `${formatDateTime(from)} – ${sameDay ? formatTime(to) : formatDateTime(to)}`;
};

/** All that a moment is. */
export const markText = ({ kinds }: Mark): string => kinds.map((kind) => t(`sla.mark.${kind}`)).join(', ');
