import { lazy, Suspense } from 'react';
import { seenAs } from '../../kit/fields/field';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { formParts, withFormParts } from './form/form-parts';
import type { ItemTabProps } from './item-tab-props';

const Builder = lazy(() => import('./form/builder').then((m) => ({ default: m.Builder })));

/** What the form asks; its builder is loaded when the tab is opened. */
export const FormTab = ({ item }: ItemTabProps) => (
  <Suspense fallback={<SkeletonLines height={56} count={4} />}>
    <Builder item={seenAs(item, formParts, withFormParts)} content={item.value} takesSets />
  </Suspense>
);
