import type { SharedRow } from '../../../src/requests/domain/answers';
import { formatRelative } from '../../shared/dates';
import { t } from '../../shared/i18n';

/** When a colleague's request was sent, by whom where that is told, and how many joined where these are not too few. */
export const sharedNote = (
  { receivedAt, by, issueKey, count }: Pick<SharedRow, 'receivedAt' | 'by' | 'issueKey' | 'count'>,
  now: number,
): string =>
  [
    t('portal.similar.sent', { age: formatRelative(receivedAt, now) }),
    by ?? '',
    issueKey ?? '',
    count === undefined ? '' : t('portal.similar.joined', { count }),
  ]
    .filter(Boolean)
    .join(' · ');
