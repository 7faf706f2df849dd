import Button from '@atlaskit/button/default/button';
import { lazy, Suspense } from 'react';
import { errorText, mayRetry } from './error-text';
import { t } from './i18n';
import styles from './error-view.module.css';

/** Errors are rare and the message brings a tooltip along: loaded when there is one, its words at once. */
const SectionMessage = lazy(() => import('@atlaskit/section-message'));

interface Props {
  readonly error: unknown;
  /** What could not be done; "this could not be loaded" when left out. */
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** An error as people need it: what happened, why, and what to do, with a retry where one may help. */
export function ErrorView({ error, title = t('common.notLoaded'), onRetry }: Props) {
  const message = (
    <>
      <p>{errorText(error)}</p>
      {onRetry !== undefined && mayRetry(error) && (
        <div className={styles.retry}>
          <Button onClick={onRetry}>{t('common.retry')}</Button>
        </div>
      )}
    </>
  );
  return (
    <div role="alert">
      <Suspense fallback={message}>
        <SectionMessage appearance="error" title={title}>
          {message}
        </SectionMessage>
      </Suspense>
    </div>
  );
}
