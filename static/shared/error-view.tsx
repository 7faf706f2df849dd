import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { errorText, mayRetry } from './error-text';
import { t } from './i18n';
import styles from './error-view.module.css';

interface Props {
  readonly error: unknown;
  /** What could not be done; "this could not be loaded" when left out. */
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** An error as people need it: what happened, why, and what to do, with a retry where one may help. */
export function ErrorView({ error, title = t('common.notLoaded'), onRetry }: Props) {
  return (
    <div role="alert">
      <SectionMessage appearance="error" title={title}>
        <p>{errorText(error)}</p>
        {onRetry !== undefined && mayRetry(error) && (
          <div className={styles.retry}>
            <Button onClick={onRetry}>{t('common.retry')}</Button>
          </div>
        )}
      </SectionMessage>
    </div>
  );
}
