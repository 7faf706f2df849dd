import { lazy, Suspense } from 'react';
import type { Announced } from './announced';

const Announcements = lazy(() => import('./announcements').then((m) => ({ default: m.Announcements })));

/** The same, loaded only where something is told. */
export const LazyAnnouncements = ({ announced }: { readonly announced: readonly Announced[] }) =>
  announced.length > 0 && (
    <Suspense fallback={null}>
      <Announcements announced={announced} />
    </Suspense>
  );
