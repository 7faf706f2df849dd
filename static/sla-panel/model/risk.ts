import { formatDateTime } from '../../shared/dates';
import { localized, t } from '../../shared/i18n';
import type { Line } from './line';

/** What broke below a promise, and when. */
export const riskText = ({ name, at, elsewhere }: NonNullable<Line['risk']>): string =>
  t(elsewhere ? 'sla.riskElsewhere' : 'sla.risk', { name: localized(name), at: formatDateTime(at) });
