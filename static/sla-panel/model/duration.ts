import { viewer } from '../../shared/context';
import { t } from '../../shared/i18n';
import { timeStyle } from '../../shared/time-style';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const part = (unit: 'businessDay' | 'day' | 'hour' | 'minute', n: number): readonly string[] =>
  n > 0 ? [t(`sla.unit.${unit}`, { n })] : [];

const clockText = (ms: number): string =>
  `${Math.floor(ms / HOUR)}:${String(Math.floor((ms % HOUR) / MINUTE)).padStart(2, '0')}`;

/** Cut off, as minutes are: what is left is never overstated. */
const decimal = (hours: number): string =>
  (Math.floor(hours * 10) / 10).toLocaleString(viewer().formatLocale);

/**
 * A length of time as the viewer likes it (a date style says nothing of lengths). By itself in its two largest units,
 * minutes cut off. Working time of a calendar counts in business days of
 * `dayMs`, so that "1 business day" never hides 26 hours; without one a day has 24 hours. The sign is left out.
 */
export const durationText = (ms: number, dayMs: number | null): string => {
  const length = Math.abs(ms);
  const style = timeStyle();
  if (style === 'clock') return clockText(length);
  if (style === 'hours') return t('sla.unit.hour', { n: decimal(length / HOUR) });
  if (length === 0) return t('sla.unit.minute', { n: 0 });
  if (length < MINUTE) return t('sla.underMinute');
  const day = dayMs ?? DAY;
  const days = Math.floor(length / day);
  const hours = Math.floor((length - days * day) / HOUR);
  const minutes = Math.floor((length - days * day - hours * HOUR) / MINUTE);
  const unit = dayMs === null || dayMs === DAY ? 'day' : 'businessDay';
  const parts = [...part(unit, days), ...part('hour', hours), ...part('minute', minutes)];
  return parts.slice(0, 2).join(' ');
};
