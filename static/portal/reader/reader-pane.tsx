import Button from '@atlaskit/button/default/button';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { readPage } from '../../shared/articles/page-body';
import { formatDate } from '../../shared/dates';
import { ErrorView } from '../../shared/error-view';
import { t } from '../../shared/i18n';
import { openInNewTab, pageUrl } from '../../shared/navigation';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useLoad } from '../../shared/use-load';
import styles from './reader-pane.module.css';

export interface ReaderProps {
  readonly pageId: string;
  readonly onClose: () => void;
  /** What can be said of the article, such as "this solved it". */
  readonly actions?: ReactNode;
}

/** An article as the viewer may read it, in a pane at the side. Escape closes it and gives the focus back. */
export function ReaderPane({ pageId, onClose, actions }: ReaderProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { loaded, reload } = useLoad(pageId, () => readPage(pageId));

  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog ref={dialog} className={styles.pane} aria-labelledby={titleId} onClose={onClose}>
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {loaded.state === 'ready' ? loaded.value.title : t('portal.article.article')}
        </h2>
        <Button appearance="subtle" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
      <div className={styles.body}>
        {loaded.state === 'loading' && <SkeletonLines height={20} count={8} />}
        {loaded.state === 'error' && <ErrorView error={loaded.error} onRetry={reload} />}
        {loaded.state === 'ready' && (
          <>
            {loaded.value.updatedAt !== null && (
              <p className={styles.meta}>
                {t('portal.article.updated', { date: formatDate(loaded.value.updatedAt) })}
              </p>
            )}
            <PageText html={loaded.value.html} />
          </>
        )}
      </div>
      <div className={styles.foot}>
        {actions}
        <Button appearance="subtle" onClick={() => void openInNewTab(pageUrl(pageId))}>
          {t('portal.article.openInConfluence')}
        </Button>
      </div>
    </dialog>
  );
}

/** The cleaned text. Its links leave the app's frame through the product, in a new tab. */
function PageText({ html }: { readonly html: string }) {
  const followLink = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (link === null) return;
    event.preventDefault();
    void openInNewTab(link.getAttribute('href') ?? '');
  };
  // The links inside are what is clicked, and they are reached and pressed by keyboard like any other.
  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
  return <div className={styles.text} onClick={followLink} dangerouslySetInnerHTML={{ __html: html }} />;
}
