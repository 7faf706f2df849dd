import { useEffect, useState } from 'react';

/** The current instant in milliseconds, refreshed at an interval (a minute when left out) and when the tab comes back. */
export function useNow(everyMs = 60_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = (): void => setNow(Date.now());
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') tick();
    };
    const timer = setInterval(tick, everyMs);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [everyMs]);
  return now;
}
