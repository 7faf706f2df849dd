import SectionMessage from '@atlaskit/section-message';
import { Link } from 'wouter';
import { t } from '../../shared/i18n';
import { requestAddress } from '../addresses';
import styles from '../portal.module.css';

/** The draft that the address names is not there: what became of it, as far as anybody knows. */
export const MissedDraft = ({ requestId }: { readonly requestId: string | undefined }) => (
  <div role="status" className={styles.notice}>
    <SectionMessage title={t(requestId === undefined ? 'portal.draft.gone' : 'portal.draft.sent')}>
      <p>
        {requestId === undefined ? (
          t('portal.draft.goneText')
        ) : (
          <Link to={requestAddress(requestId)}>{t('portal.draft.seeRequest')}</Link>
        )}
      </p>
    </SectionMessage>
  </div>
);
