import { type ComponentProps, lazy, Suspense } from 'react';

const List = lazy(() => import('./draft-list').then((m) => ({ default: m.DraftList })));

/** The same, loaded only where there are drafts. */
export const LazyDraftList = (props: ComponentProps<typeof List>) => (
  <Suspense fallback={null}>
    <List {...props} />
  </Suspense>
);
