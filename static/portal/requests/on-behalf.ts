import type { RequestRow } from '../../../src/requests/domain/answers';
import { t } from '../../shared/i18n';
import { personName } from '../../shared/person-name';

/** Who asked for whom. */
export const onBehalfText = ({ by, of }: NonNullable<RequestRow['onBehalf']>): string =>
  t('portal.request.onBehalf', { by: personName(by), of: personName(of) });

/** Whom of them Jira mails: the app sends no mail of its own about how a request stands. */
export const mailsText = ({ by, of }: NonNullable<RequestRow['onBehalf']>): string =>
  t('portal.request.mails', { by: personName(by), of: personName(of) });
