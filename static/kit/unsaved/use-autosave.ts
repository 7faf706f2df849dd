import { useCallback, useEffect, useRef, useState } from 'react';
import { mayRetry } from '../../shared/error-text';

/** Saved by itself after a pause in typing: often enough to lose little, seldom enough to write little. */
const AUTOSAVE_MS = 4_000;
/** The longest pause after saves that failed; it doubles from one to the next. */
const MOST_MS = 60_000;

export interface Autosave<T, R> {
  readonly state: 'none' | 'saving' | 'saved' | 'failed';
  /** Why the last save failed. */
  readonly error: unknown;
  /** What is stored; `null` while nothing of it is. */
  readonly saved: T | null;
  /** Something is not stored that is to be; never while saves are held. */
  readonly isUnsaved: boolean;
  /** Stores now, after a save under way; answers what storing answered, `null` where it failed or is held. */
  readonly save: (isAsked?: boolean) => Promise<R | null>;
  /** Lets no other save begin, and waits for the one under way. */
  readonly hold: () => Promise<void>;
  /** Saves go on. */
  readonly release: () => void;
  /** Something else is stored now, and is what is edited from now on. */
  readonly accept: (value: T) => void;
}

interface Wanted<T, R> {
  readonly value: T;
  /** What is stored; `null` where nothing is, so that it is saved though nobody changes it. */
  readonly saved: T | null;
  /** How it stands before the first save. */
  readonly state: Autosave<T, R>['state'];
  /** Throws where it is not stored. `isAsked`: not by itself, somebody wants it now. */
  readonly store: (value: T, isAsked: boolean) => Promise<R>;
}

/**
 * Saves what somebody edits by itself: after a pause in typing, and at once when the screen is left, or the page: for another tab or
 * app, or for good. One save at a time. What fails is tried
 * again, less and less often, as long as that may help; what is refused for good is tried again once it is changed.
 */
export function useAutosave<T, R>(wanted: Wanted<T, R>): Autosave<T, R> {
  const { value } = wanted;
  const [state, setState] = useState(wanted.state);
  const [error, setError] = useState<unknown>(null);
  const [saved, setSaved] = useState(wanted.saved);
  const [failures, setFailures] = useState(0);
  const [refused, setRefused] = useState<{ readonly value: T } | null>(null);
  const [isHeld, setHeld] = useState(false);
  const latest = useRef(wanted);
  const stored = useRef(wanted.saved);
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const held = useRef(false);
  const left = useRef(wanted.saved);
  useEffect(() => {
    latest.current = wanted;
  });

  const accept = useCallback((next: T) => {
    stored.current = next;
    setSaved(next);
    setError(null);
    setState('saved');
    setFailures(0);
  }, []);

  const save = useCallback(
    (isAsked = false): Promise<R | null> => {
      const next = running.current.then(async () => {
        if (held.current) return null;
        const { value: sent, store } = latest.current;
        setState('saving');
        try {
          const answer = await store(sent, isAsked);
          accept(sent);
          return answer;
        } catch (failure) {
          setError(failure);
          setState('failed');
          setFailures((count) => count + 1);
          setRefused(mayRetry(failure) ? null : { value: sent });
          return null;
        }
      });
      running.current = next;
      return next;
    },
    [accept],
  );

  const pause = Math.min(AUTOSAVE_MS * 2 ** failures, MOST_MS);
  useEffect(() => {
    if (value === saved || isHeld || value === refused?.value) return undefined;
    const timer = setTimeout(() => void save(), pause);
    return () => clearTimeout(timer);
  }, [value, saved, refused, isHeld, pause, save]);

  // Whoever goes elsewhere before the pause is over leaves nothing behind.
  useEffect(() => {
    const saveTheRest = (): void => {
      const { value: last } = latest.current;
      // A page is hidden first, then taken away.
      if (last === stored.current || last === left.current || held.current) return;
      left.current = last;
      void save();
    };
    const onVisibility = (): void => {
      if (document.visibilityState === 'hidden') saveTheRest();
    };
    document.addEventListener('visibilitychange', onVisibility);
    // A frame that its product takes away is hidden without having been told before.
    window.addEventListener('pagehide', saveTheRest);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', saveTheRest);
      saveTheRest();
    };
  }, [save]);

  const hold = useCallback(async (): Promise<void> => {
    held.current = true;
    setError(null);
    setHeld(true);
    await running.current;
  }, []);
  const release = useCallback(() => {
    held.current = false;
    setHeld(false);
  }, []);
  const isUnsaved = value !== saved && !isHeld;
  return { state, error, saved, isUnsaved, save, hold, release, accept };
}
