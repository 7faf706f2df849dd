import SectionMessage from '@atlaskit/section-message';
import { t } from '../shared/i18n';
import styles from './portal.module.css';

/** For readers of Confluence whom Jira does not let in: the catalog can be read, and what is needed to ask. */
export function WithoutJira() {
  return (
    <div className={styles.notice}>
      <SectionMessage appearance="information" title={t('portal.withoutJira.title')}>
        <p>{t('portal.withoutJira.text')}</p>
      </SectionMessage>
    </div>
  );
}
