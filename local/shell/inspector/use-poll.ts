import { useEffect } from 'react';
import { api } from '../lib/api';
import { type Loaded, useLoad } from '../lib/use-load';

const EVERY_MS = 2000;

/** Asks the site again every two seconds while the panel is open. */
export function usePoll<T>(path: string): Loaded<T> {
  const loaded = useLoad(path, () => api<T>(path));
  const { reload } = loaded;
  useEffect(() => {
    const timer = setInterval(reload, EVERY_MS);
    return () => clearInterval(timer);
  }, [reload]);
  return loaded;
}
