const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Says a code of the catalogue of durations. */
type Say = (code: string, params?: { readonly n: number }) => string;

/**
 * A length of time in its largest unit and the one below: `3 working days 2 h`. Minutes are cut off, so that what is left
 * is never overstated; the sign is left out. Working time counts in working days of `dayMs` (ms), so that a day never
 * hides 26 hours; with `null` a day has 24 hours, with `Infinity` everything is hours.
 */
export const compactDuration = (ms: number, say: Say, dayMs: number | null = null): string =>
  twoUnits(ms, dayMs ?? DAY, 'compact', say);

/** The same by the clock, with days written out: `2 days 3 hr`. */
export const longDuration = (ms: number, say: Say): string => twoUnits(ms, DAY, 'long', say);

function twoUnits(ms: number, dayMs: number, size: 'compact' | 'long', say: Say): string {
  const length = Math.abs(ms);
  if (length > 0 && length < MINUTE) return say('duration.underMinute');
  const rest = length % dayMs;
  const counts = [
    [dayMs === DAY ? 'day' : 'workingDay', Math.floor(length / dayMs)],
    ['hour', Math.floor(rest / HOUR)],
    ['minute', Math.floor((rest % HOUR) / MINUTE)],
  ] as const;
  const from = counts.findIndex(([, n]) => n > 0);
  return (from < 0 ? counts.slice(-1) : counts.slice(from, from + 2))
    .filter(([, n], i) => i === 0 || n > 0)
    .map(([unit, n]) => say(`duration.${size}.${unit}`, { n }))
    .join(' ');
}
