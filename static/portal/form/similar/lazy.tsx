import { type ComponentProps, lazy, Suspense } from 'react';
import type { Similar as Loaded } from './similar';

const Similar = lazy(() => import('./similar').then((m) => ({ default: m.Similar })));
/** Of fewer words nothing can be said. */
const FEWEST_WORDS = 2;

/** The same, loaded once there is something to compare. */
export const LazySimilar = (props: ComponentProps<typeof Loaded>) =>
  props.text.split(/\s+/).filter(Boolean).length >= FEWEST_WORDS && (
    <Suspense fallback={null}>
      <Similar {...props} />
    </Suspense>
  );
