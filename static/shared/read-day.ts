import { viewer } from './context';

type Part = 'day' | 'month' | 'year';
const isPart = (type: string): type is Part => type === 'day' || type === 'month' || type === 'year';

/** In which order a locale writes days: `6/30/2026` or `30.06.2026`. */
const orderIn = (locale: string): readonly Part[] =>
  new Intl.DateTimeFormat(locale).formatToParts(0).flatMap(({ type }) => (isPart(type) ? [type] : []));

/**
 * The day somebody typed as the viewer writes days (at its midnight), else an invalid date. A year may be left out, which is the year
 * of `today` then, or be written by its last two digits; four digits in front are a year everywhere.
 */
export function readDay(typed: string, locale = viewer().formatLocale, today = new Date()): Date {
  const numbers = typed.trim().match(/^\d+(?:[./\-\s]+\d+){1,2}[.\s]*(?:г\.?)?$/) && typed.match(/\d+/g);
  if (!numbers) return new Date(Number.NaN);
  const isYearFirst = numbers[0]?.length === 4;
  const order = isYearFirst ? (['year', 'month', 'day'] as const) : orderIn(locale);
  const parts = order.filter((part) => numbers.length === 3 || part !== 'year');
  const of = (part: Part): number => Number(numbers[parts.indexOf(part)] ?? Number.NaN);
  const year = numbers.length === 2 ? today.getFullYear() : of('year') < 100 ? 2000 + of('year') : of('year');
  const read = new Date(year, of('month') - 1, of('day'));
  // The 31st of June would become the first of July.
  return read.getDate() === of('day') && read.getMonth() === of('month') - 1 ? read : new Date(Number.NaN);
}

export const isDay = (typed: string): boolean => !Number.isNaN(readDay(typed).getTime());

/** How the viewer writes a day. */
export const dayExample = (): string =>
  new Intl.DateTimeFormat(viewer().formatLocale).format(new Date(2026, 11, 31));
