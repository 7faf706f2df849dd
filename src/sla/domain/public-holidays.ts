import Holidays from 'date-holidays';
import type { Holiday } from './model';

/** A country or a region of it that public holidays are known for. */
export interface HolidayPlace {
  readonly code: string;
  readonly name: string;
}

export interface HolidayQuery {
  /** ISO 3166 code. */
  readonly country: string;
  /** A state or region code of `holidayRegions`. */
  readonly region?: string;
  readonly year: number;
  /** Language of the names, where the data has it. */
  readonly locale?: 'en' | 'ru';
}

const placesOf = (names: Readonly<Record<string, string>> | undefined): readonly HolidayPlace[] =>
  Object.entries(names ?? {})
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name));

/** Countries with known public holidays, by name. */
export const holidayCountries = (locale: 'en' | 'ru' = 'en'): readonly HolidayPlace[] =>
  placesOf(new Holidays().getCountries(locale));

/** Regions of a country that have holidays of their own. */
export const holidayRegions = (country: string, locale: 'en' | 'ru' = 'en'): readonly HolidayPlace[] =>
  placesOf(new Holidays(country).getStates(country, locale));

/**
 * The public holidays of a country or region in a year, one per local date and name; those of several days have one for
 * each. An unknown country has none.
 */
export const publicHolidays = (query: HolidayQuery): readonly Extract<Holiday, { kind: 'date' }>[] => {
  const { country, region, year, locale = 'en' } = query;
  const source = region === undefined ? new Holidays(country) : new Holidays(country, region);
  const found = source.getHolidays(year, locale).filter((each) => each.type === 'public');
  const holidays = new Map<string, Extract<Holiday, { kind: 'date' }>>();
  for (const { date, name, start, end } of found) {
    const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
    for (let i = 0; i < days; i++) {
      const day = new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + i * 86_400_000)
        .toISOString()
        .slice(0, 10);
      holidays.set(`${day} ${name}`, { kind: 'date', date: day, name });
    }
  }
  return [...holidays.values()];
};
