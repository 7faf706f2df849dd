import { lazy, Suspense, useState } from 'react';
import { Route, Switch as Routes, useLocation, useSearchParams } from 'wouter';
import { AddressRouter } from '../kit/address/address-router';
import { named } from '../kit/address/named';
import { ErrorBoundary } from '../shared/error-boundary';
import { SkeletonLines } from '../shared/skeleton-lines';
import { useLoad } from '../shared/use-load';
import { isWallboard } from './board/wallboard';
import { useEnded, useForWhom } from './for-whom/for-whom';
import { HomePage } from './home/home-page';
import { type Home, HomeProvider, loadCatalog, loadHome } from './home-data';
import { Navigation } from './navigation';
import styles from './portal.module.css';

const ItemPage = lazy(() => import('./item/item-page').then((m) => ({ default: m.ItemPage })));
const RequestsPage = lazy(() =>
  import('./requests/requests-page').then((m) => ({ default: m.RequestsPage })),
);
const RequestPage = lazy(() => import('./requests/request-page').then((m) => ({ default: m.RequestPage })));
const ApprovalsPage = lazy(() =>
  import('./approvals/approvals-page').then((m) => ({ default: m.ApprovalsPage })),
);
const Switch = lazy(() => import('./for-whom/switch').then((m) => ({ default: m.Switch })));
const AssistantsPage = lazy(() =>
  import('./for-whom/assistants-page').then((m) => ({ default: m.AssistantsPage })),
);
const WithoutJira = lazy(() => import('./without-jira').then((m) => ({ default: m.WithoutJira })));
const BoardPage = lazy(() => import('./board/board-page').then((m) => ({ default: m.BoardPage })));
const ManagePage = lazy(() => import('./manage/manage-page').then((m) => ({ default: m.ManagePage })));

/** The portal: catalog, my requests, approvals, the SLA board and, for those who may, the settings. */
export function Portal() {
  return (
    <AddressRouter>
      <Around />
    </AddressRouter>
  );
}

function Around() {
  const [path] = useLocation();
  const [search] = useSearchParams();
  const isOnWall = path === '/board' && isWallboard(search);
  const person = useForWhom();
  const home = useLoad(`home ${person ?? ''}`, loadHome);
  const ended = useEnded();
  const ordersFor = useLast(home.loaded.state === 'ready' ? home.loaded.value.ordersFor : null, NO_ONE);
  const hasSwitch = ordersFor.length > 0 || person !== null || ended !== null;
  // The settings have pages of their own, and keep what they share between them.
  const page = path.startsWith('/manage/') ? '/manage' : path;
  return (
    <HomeProvider value={home}>
      <div className={isOnWall ? styles.wall : styles.portal}>
        {!isOnWall && <Navigation />}
        {!isOnWall && page !== '/manage' && hasSwitch && (
          <Suspense fallback={null}>
            <Switch
              people={ordersFor}
              person={person}
              isSettled={path.startsWith('/catalog/item/')}
              ended={ended}
              untold={home.loaded.state === 'ready' && home.loaded.value.untold === true}
            />
          </Suspense>
        )}
        <ErrorBoundary key={`${page} ${person ?? ''}`}>
          <Suspense fallback={<SkeletonLines height={160} count={3} />}>
            {home.loaded.state === 'ready' && !home.loaded.value.me.jira && <WithoutJira />}
            <Pages />
          </Suspense>
        </ErrorBoundary>
      </div>
    </HomeProvider>
  );
}

const NO_ONE: Home['ordersFor'] = [];

/** The last that was known, while it is asked for again: the choice stays under the keyboard that made it. */
function useLast<T>(value: T | null, first: T): T {
  const [last, setLast] = useState(first);
  if (value !== null && value !== last) setLast(value);
  return value ?? last;
}

/** A catalog at an address of its own. */
function OneCatalog({ id }: { readonly id: string }) {
  const home = useLoad(`catalog:${id}`, () => loadCatalog(id));
  return (
    <HomeProvider value={home}>
      <HomePage />
    </HomeProvider>
  );
}

/** Where each page is; any other address shows the catalog. */
function Pages() {
  return (
    <Routes>
      <Route path="/catalog/item/:itemId">{({ itemId }) => <ItemPage itemId={named(itemId)} />}</Route>
      <Route path="/catalog/of/:catalogId">{({ catalogId }) => <OneCatalog id={named(catalogId)} />}</Route>
      <Route path="/requests/assistants" component={AssistantsPage} />
      <Route path="/requests/:requestId">
        {({ requestId }) => <RequestPage requestId={named(requestId)} />}
      </Route>
      <Route path="/requests" component={RequestsPage} />
      <Route path="/approvals" component={ApprovalsPage} />
      <Route path="/board" component={BoardPage} />
      <Route path="/manage" nest component={ManagePage} />
      <Route component={HomePage} />
    </Routes>
  );
}
