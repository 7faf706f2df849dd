import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { EmptyView } from '../../shared/empty-view';
import { loadTexts, locale, t } from '../../shared/i18n';
import { PageHeader } from '../../shared/page-header';
import { slaWords } from '../../shared/sla-words';
import { useHome } from '../home-data';
import { BoardSkeleton } from './board-skeleton';

/** The board speaks of promises in the words of the SLA panel. */
const BoardView = lazy(async () => {
  const [view] = await Promise.all([import('./board-view'), loadTexts(locale(), slaWords)]);
  return { default: view.BoardView };
});

/** The live SLA board; people without Jira are told why they see none. */
export function BoardPage() {
  const { loaded } = useHome();
  if (loaded.state === 'ready' && !loaded.value.me.jira) {
    return (
      <>
        <PageHeader title={t('portal.board.title')} />
        <EmptyView
          title={t('portal.board.noJira')}
          action={<Link to="/catalog">{t('portal.item.back')}</Link>}
        >
          {t('portal.board.noJiraHint')}
        </EmptyView>
      </>
    );
  }
  return (
    <Suspense fallback={<BoardSkeleton />}>
      <BoardView />
    </Suspense>
  );
}
