/** Writes instants and sizes for people, in their zone and language. */

export interface Reader {
  readonly locale: string;
  readonly timeZone: string;
}

export const dateTime = (instant: number | string, reader: Reader): string =>
  new Intl.DateTimeFormat(reader.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: reader.timeZone,
  }).format(new Date(instant));

export const date = (instant: number | string, reader: Reader): string =>
  new Intl.DateTimeFormat(reader.locale, { dateStyle: 'medium', timeZone: reader.timeZone }).format(
    new Date(instant),
  );

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `3 hours ago`, counted on the site's clock. */
export function ago(instant: number | string, now: number, reader: Reader): string {
  const gap = new Date(instant).getTime() - now;
  const [unit, size] = STEPS.find(([, length]) => Math.abs(gap) >= length) ?? (['second', 1000] as const);
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(Math.round(gap / size), unit);
}

export const bytes = (count: number): string =>
  count < 1024
    ? `${count} B`
    : count < 1_048_576
      ? `${(count / 1024).toFixed(1)} kB`
      : `${(count / 1_048_576).toFixed(1)} MB`;
