import { useNow } from '../../shared/use-now';
import { useHome } from '../home-data';
import { aboutItem } from './announced';
import { LazyAnnouncements } from './lazy';

/** What is told about an item, as soon as the home is there. */
export function ItemAnnouncements({ itemId }: { readonly itemId: string }) {
  const { loaded } = useHome();
  const now = useNow();
  return (
    <LazyAnnouncements announced={loaded.state === 'ready' ? aboutItem(loaded.value, itemId, now) : []} />
  );
}
