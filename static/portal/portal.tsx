import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../shared/error-boundary';
import { SkeletonLines } from '../shared/skeleton-lines';
import { useLoad } from '../shared/use-load';
import { HomePage } from './home/home-page';
import { HomeProvider, loadHome } from './home-data';
import { Navigation } from './navigation';
import { isWallboard } from './routing/wallboard';
import { pathOf } from './routing/route';
import { HistoryRouter, useRouter } from './routing/router';
import styles from './portal.module.css';

const ItemPage = lazy(() => import('./item/item-page').then((m) => ({ default: m.ItemPage })));
const RequestsPage = lazy(() =>
  import('./requests/requests-page').then((m) => ({ default: m.RequestsPage })),
);
const RequestPage = lazy(() => import('./requests/request-page').then((m) => ({ default: m.RequestPage })));
const ApprovalsPage = lazy(() =>
  import('./approvals/approvals-page').then((m) => ({ default: m.ApprovalsPage })),
);
const WithoutJira = lazy(() => import('./without-jira').then((m) => ({ default: m.WithoutJira })));
const BoardPage = lazy(() => import('./board/board-page').then((m) => ({ default: m.BoardPage })));
const ManagePage = lazy(() => import('./manage/manage-page').then((m) => ({ default: m.ManagePage })));

/** The portal: catalog, my requests, approvals, the SLA board and, for those who may, the settings. */
export function Portal() {
  return (
    <HistoryRouter>
      <Pages />
    </HistoryRouter>
  );
}

function Pages() {
  const { route, search } = useRouter();
  const isOnWall = route.page === 'board' && isWallboard(search);
  const home = useLoad('home', loadHome);
  return (
    <HomeProvider value={home}>
      <div className={isOnWall ? styles.wall : styles.portal}>
        {!isOnWall && <Navigation />}
        <ErrorBoundary key={pathOf(route)}>
          <Suspense fallback={<SkeletonLines height={160} count={3} />}>
            {home.loaded.state === 'ready' && !home.loaded.value.me.jira && <WithoutJira />}
            <Page />
          </Suspense>
        </ErrorBoundary>
      </div>
    </HomeProvider>
  );
}

function Page() {
  const { route } = useRouter();
  switch (route.page) {
    case 'catalog':
      return <HomePage />;
    case 'item':
      return <ItemPage key={route.itemId} itemId={route.itemId} />;
    case 'requests':
      return <RequestsPage />;
    case 'request':
      return <RequestPage key={route.requestId} requestId={route.requestId} />;
    case 'approvals':
      return <ApprovalsPage />;
    case 'board':
      return <BoardPage />;
    case 'manage':
      return <ManagePage />;
  }
}
