import { ErrorView } from '../../shared/error-view';
import { SkeletonLines } from '../../shared/skeleton-lines';
import type { Loaded } from '../../shared/use-load';

interface Props {
  readonly loaded: Exclude<Loaded<unknown>, { readonly state: 'ready' }>;
  readonly onRetry: () => void;
}

/** What stands where a list will be: rows of its height, or why there is none. */
export function Loading({ loaded, onRetry }: Props) {
  if (loaded.state === 'error') return <ErrorView error={loaded.error} onRetry={onRetry} />;
  return <SkeletonLines height={40} count={8} />;
}
