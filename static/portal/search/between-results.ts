import type { KeyboardEvent } from 'react';

/** What arrows move between: the search, then the results. */
const STOPS = 'input[type="search"], [data-result]';

/** Arrows go from the search to its results and back; Enter in the search opens the first, Escape returns to it from any. */
export function moveBetweenResults(event: KeyboardEvent<HTMLElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOPS)];
  const at = stops.findIndex((stop) => stop === event.target);
  const to = targetOf(event.key, at);
  if (at < 0 || to === undefined) return;
  if (event.key === 'Enter') stops[to]?.click();
  else stops[to]?.focus();
  event.preventDefault();
}

function targetOf(key: string, at: number): number | undefined {
  if (key === 'ArrowDown') return at + 1;
  if (key === 'ArrowUp') return Math.max(0, at - 1);
  if (key === 'Escape' && at > 0) return 0;
  return key === 'Enter' && at === 0 ? 1 : undefined;
}
