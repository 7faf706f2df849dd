import { lazy, Suspense } from 'react';
import type { ReaderProps } from './reader-pane';

const Pane = lazy(() => import('./reader-pane').then((m) => ({ default: m.ReaderPane })));

/** Reads an article beside what one is doing; loaded when the first one is opened. */
export function Reader(props: ReaderProps) {
  return (
    <Suspense fallback={null}>
      <Pane {...props} />
    </Suspense>
  );
}
