import { compactDuration } from '../../../src/kernel/duration';
import { viewer } from '../../shared/context';
import { t } from '../../shared/i18n';
import { timeStyle } from '../../shared/time-style';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const clockText = (ms: number): string =>
  `${Math.floor(ms / HOUR)}:${String(Math.floor((ms % HOUR) / MINUTE)).padStart(2, '0')}`;

/** Cut off, as minutes are: what is left is never overstated. */
const decimal = (hours: number): string =>
  (Math.floor(hours * 10) / 10).toLocaleString(viewer().formatLocale);

/**
 * A length of time as the viewer likes it (a date style says nothing of lengths), in working days of `dayMs` where it is
 * written in units. The sign is left out.
 */
export const durationText = (ms: number, dayMs: number | null): string => {
  const length = Math.abs(ms);
  const style = timeStyle();
  if (style === 'clock') return clockText(length);
  if (style === 'hours') return t('duration.compact.hour', { n: decimal(length / HOUR) });
  return compactDuration(length, t, dayMs);
};
