const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** A duration in its two largest units, rounded down to minutes: `2 days 3 hr`. Days are of 24 hours; the sign is left out. */
export function formatDuration(ms: number, formatLocale: string): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000) * 60_000;
  const parts = UNITS.map(([unit, size], index) => {
    const larger = UNITS[index - 1];
    return [unit, Math.floor((larger ? minutes % larger[1] : minutes) / size)] as const;
  });
  const from = parts.findIndex(([, count]) => count > 0);
  const shown =
    from < 0 ? parts.slice(-1) : parts.slice(from, from + 2).filter(([, count], i) => i === 0 || count > 0);
  return shown
    .map(([unit, count]) =>
      new Intl.NumberFormat(formatLocale, { style: 'unit', unit, unitDisplay: 'short' }).format(count),
    )
    .join(' ');
}
