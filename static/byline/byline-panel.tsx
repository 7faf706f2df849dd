import { call } from '../shared/api';
import { ErrorView } from '../shared/error-view';
import { t } from '../shared/i18n';
import { SkeletonLines } from '../shared/skeleton-lines';
import { useLoad } from '../shared/use-load';
import { LinkedRequests } from './linked-requests';
import { Verdict } from './verdict';
import { VoteForm } from './vote-form';
import styles from './byline.module.css';

/** What a page is for, how often it helped, and the reader's own vote. */
export function BylinePanel({ pageId }: { readonly pageId: string }) {
  const { loaded, reload, replace } = useLoad(pageId, () => call('knowledge.page', { pageId }));
  if (loaded.state === 'loading') return <SkeletonLines height={64} count={3} />;
  if (loaded.state === 'error') return <ErrorView error={loaded.error} onRetry={reload} />;
  const page = loaded.value;
  return (
    <div className={styles.panel}>
      <h1 className={styles.title}>{t('byline.title')}</h1>
      <Verdict stats={page.stats} />
      <VoteForm
        pageId={pageId}
        mine={page.myVote}
        onVoted={(stats, helpful) => replace({ ...page, stats, myVote: { helpful } })}
      />
      <LinkedRequests issues={page.issues} />
    </div>
  );
}
