import { t } from '../../shared/i18n';
import { timeStyle } from '../../shared/time-style';
import { durationText } from './duration';
import type { Line } from './line';

/** How long by the clock it was stopped after its due time and still in time: within grace. 0 when it was not after. */
const graceUsed = ({ due, stopped }: Line): number =>
  due === undefined || stopped === undefined ? 0 : Math.max(0, stopped - due);

/**
 * What is left or over, in words; nothing when it is not known or nothing is promised, nor for those who want the due date
 * in its place.
 */
export const remainingText = (line: Line, dayMs: number | null): string | null => {
  if (line.remainingMs === null || line.state === 'cancelled' || line.state === 'waiting') return null;
  const isOpen = line.state === 'running' || line.state === 'paused';
  if (isOpen && line.due !== undefined && timeStyle() === 'date') return null;
  const time = durationText(line.remainingMs, dayMs);
  switch (line.state) {
    case 'met': {
      const late = graceUsed(line);
      return late > 0 ? t('sla.metInGrace', { time: durationText(late, null) }) : t('sla.metWith', { time });
    }
    case 'missed':
      return t('sla.lateBy', { time });
    case 'running':
    case 'paused':
      if (line.remainingMs >= 0) return t('sla.left', { time });
      return t(line.breached ? 'sla.overBy' : 'sla.inGrace', { time });
  }
};
