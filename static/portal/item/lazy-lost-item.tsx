import { type ComponentProps, lazy, Suspense } from 'react';
import { SkeletonLines } from '../../shared/skeleton-lines';

const Lost = lazy(() => import('./lost-item').then((m) => ({ default: m.LostItem })));

/** The same, loaded only where an item is not offered. */
export const LostItem = (props: ComponentProps<typeof Lost>) => (
  <Suspense fallback={<SkeletonLines height={160} />}>
    <Lost {...props} />
  </Suspense>
);
