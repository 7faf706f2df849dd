import { useCallback, useEffect, useRef, useState } from 'react';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'error'; readonly error: unknown }
  | { readonly state: 'ready'; readonly value: T };

export interface Load<T> {
  readonly loaded: Loaded<T>;
  /** Loads again; what is shown stays until the answer is there, except after an error. */
  readonly reload: () => void;
  /** Puts a newer value in place, such as the answer of a change. */
  readonly replace: (value: T) => void;
  /** Changes what is there, as it is by then; nothing where nothing is. What is being loaded takes its place. */
  readonly update: (change: (value: T) => T) => void;
}

/** Loads something for a screen and again when `key` changes. A late answer to an older key is dropped. */
export function useLoad<T>(key: string, load: () => Promise<T>): Load<T> {
  const [loaded, setLoaded] = useState<Loaded<T> & { readonly key?: string }>({ state: 'loading' });
  const turn = useRef(0);
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });

  const run = useCallback(() => {
    const mine = ++turn.current;
    const settle = (next: Loaded<T>): void => {
      if (mine === turn.current) setLoaded({ ...next, key });
    };
    setLoaded((before) =>
      before.state === 'ready' && before.key === key ? before : { state: 'loading', key },
    );
    latest.current().then(
      (value) => settle({ state: 'ready', value }),
      (error: unknown) => settle({ state: 'error', error }),
    );
  }, [key]);

  useEffect(() => {
    run();
    return () => {
      turn.current += 1;
    };
  }, [run]);

  const replace = useCallback(
    (value: T) => {
      turn.current += 1;
      setLoaded({ state: 'ready', value, key });
    },
    [key],
  );
  const update = useCallback(
    (change: (value: T) => T) =>
      setLoaded((before) => (before.state === 'ready' ? { ...before, value: change(before.value) } : before)),
    [],
  );
  return { loaded, reload: run, replace, update };
}
