import { lazy, Suspense } from 'react';
import { SkeletonLines } from '../../shared/skeleton-lines';
import type { ItemTabProps } from './item-editor';

const Builder = lazy(() => import('./form/builder').then((m) => ({ default: m.Builder })));

/** What the form asks; its builder is loaded when the tab is opened. */
export const FormTab = ({ item }: ItemTabProps) => (
  <Suspense fallback={<SkeletonLines height={56} count={4} />}>
    <Builder item={item} />
  </Suspense>
);
