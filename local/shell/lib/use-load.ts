import { useCallback, useEffect, useRef, useState } from 'react';
import { messageOf } from './api';

export interface Loaded<T> {
  readonly value: T | undefined;
  readonly error: string | undefined;
  /** The last value that arrived, though it may be of another key. */
  readonly stale: T | undefined;
  readonly loading: boolean;
  readonly reload: () => void;
}

/** Loads when the key changes and on demand; an older answer never overwrites a newer one. */
export function useLoad<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string; value?: T; error?: string }>({ key: '' });
  const [round, setRound] = useState(0);
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => {
    let current = true;
    latest.current().then(
      (value) => current && setState({ key, value }),
      (error: unknown) => current && setState((before) => ({ ...before, key, error: messageOf(error) })),
    );
    return () => {
      current = false;
    };
  }, [key, round]);
  const reload = useCallback(() => setRound((count) => count + 1), []);
  const fresh = state.key === key;
  return {
    value: fresh && state.error === undefined ? state.value : undefined,
    error: fresh ? state.error : undefined,
    stale: state.value,
    loading: !fresh,
    reload,
  };
}
