import SectionMessage from '@atlaskit/section-message';
import { t } from '../../shared/i18n';

/** The form is another than the one that was begun. */
export const CarriedOver = () => (
  <div role="status">
    <SectionMessage appearance="warning" title={t('portal.carried.title')}>
      <p>{t('portal.carried.text')}</p>
    </SectionMessage>
  </div>
);
