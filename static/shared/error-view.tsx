import Button from '@atlaskit/button/default/button';
import { errorText, mayRetry } from './error-text';
import { t } from './i18n';
import styles from './error-view.module.css';

interface Props {
  readonly error: unknown;
  /** What could not be done; "this could not be loaded" when left out. */
  readonly title?: string;
  readonly onRetry?: () => void;
}

/**
 * An error as people need it: what happened, why, and what to do, with a retry where one may help. Atlaskit's
 * section message brings more along than a panel has room for; loaded on demand it took over the words after they
 * had been shown, and a press of the retry at that moment was lost.
 */
export function ErrorView({ error, title = t('common.notLoaded'), onRetry }: Props) {
  return (
    <div role="alert" className={styles.message}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{errorText(error)}</p>
      {onRetry !== undefined && mayRetry(error) && (
        <div className={styles.retry}>
          <Button onClick={onRetry}>{t('common.retry')}</Button>
        </div>
      )}
    </div>
  );
}
