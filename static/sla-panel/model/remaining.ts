import { t } from '../../shared/i18n';
import { durationText } from './duration';
import type { Line } from './line';

/** What is left or over, in words; nothing when it is not known or nothing is promised. */
export const remainingText = (line: Line, dayMs: number | null): string | null => {
  if (line.remainingMs === null || line.state === 'cancelled' || line.state === 'waiting') return null;
  const time = durationText(line.remainingMs, dayMs);
  switch (line.state) {
    case 'met':
      return t('sla.metWith', { time });
    case 'missed':
      return t('sla.lateBy', { time });
    case 'running':
    case 'paused':
      return line.remainingMs < 0 ? t('sla.overBy', { time }) : t('sla.left', { time });
  }
};
