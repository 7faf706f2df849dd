import type { Hours } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';

/** The hours of a day in a line: `09:00–13:00, 14:00–18:00`; a day without any is closed. */
export const hoursOf = (hours: readonly Hours[]): string =>
  hours.length === 0 ? t('settings.calendar.closed') : hours.map(([from, to]) => `${from}–${to}`).join(', ');
