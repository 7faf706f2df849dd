import { viewer } from './context';
import { todayThere } from './dates';

type Part = 'day' | 'month' | 'year';
const isPart = (type: string): type is Part => type === 'day' || type === 'month' || type === 'year';

const YEAR_FIRST = ['year', 'month', 'day'] as const;
const DAY = /^\d+(?:[./\-\s]+\d+){1,2}[.\s]*(?:г\.?)?$/;

/** In which order a locale writes days: `6/30/2026` or `30.06.2026`. */
const orderIn = (locale: string): readonly Part[] =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC' })
    .formatToParts(0)
    .flatMap(({ type }) => (isPart(type) ? [type] : []));

/**
 * The day, `YYYY-MM-DD`, that somebody typed as people of a locale write days; `null` for what is none. A year may be left out, which
 * is the year of `today` then, or be written by its last two digits; four digits in front are a year everywhere.
 */
export function readDay(typed: string, locale: string, today: string): string | null {
  const numbers = DAY.test(typed.trim()) ? (typed.match(/\d+/g) ?? []) : [];
  if (numbers.length === 0) return null;
  const order = numbers[0]?.length === 4 ? YEAR_FIRST : orderIn(locale);
  const parts = order.filter((part) => numbers.length === 3 || part !== 'year');
  const of = (part: Part): number => Number(numbers[parts.indexOf(part)] ?? Number.NaN);
  const year =
    numbers.length === 2 ? Number(today.slice(0, 4)) : of('year') < 100 ? 2000 + of('year') : of('year');
  const day = [[year, 4] as const, [of('month'), 2] as const, [of('day'), 2] as const]
    .map(([number, digits]) => String(number).padStart(digits, '0'))
    .join('-');
  const at = new Date(`${day}T00:00:00Z`);
  // The 31st of June would become the first of July.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}

/** The same as the viewer writes days. */
export const readTypedDay = (typed: string): string | null =>
  readDay(typed, viewer().formatLocale, todayThere(Date.now()));

/** How the viewer writes a day. */
export const dayExample = (): string =>
  new Intl.DateTimeFormat(viewer().formatLocale, { timeZone: 'UTC' }).format(Date.UTC(2026, 11, 31));
