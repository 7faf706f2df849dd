import { useEffect, useRef } from 'react';

/** Runs when somebody comes back to the page after so long: from another tab, app or window. */
export function useReturn(afterMs: number, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    let left: number | null = null;
    const leave = (): void => {
      left ??= Date.now();
    };
    const comeBack = (): void => {
      if (left !== null && Date.now() - left >= afterMs) latest.current();
      left = null;
    };
    const onVisibility = (): void => (document.visibilityState === 'hidden' ? leave() : comeBack());
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('blur', leave);
    window.addEventListener('focus', comeBack);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('blur', leave);
      window.removeEventListener('focus', comeBack);
    };
  }, [afterMs]);
}
