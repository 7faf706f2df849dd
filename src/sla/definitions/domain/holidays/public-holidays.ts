import Holidays, { type HolidaysTypes } from 'date-holidays';
import { DAY_MS, dayNumberOf, localDateOf } from '../../../engine/calendar/local-date';
import type { Holiday, Hours, LocalDate, LocalTime } from '../../../engine/model';

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

/** A holiday that is off for a part of its date only. */
export interface PartDay {
  readonly date: LocalDate;
  readonly name: string;
  /** What of the date is off; left out where the data says that a part is, but not which. */
  readonly off?: Hours;
}

interface Found {
  readonly days: readonly DatedHoliday[];
  readonly parts: readonly PartDay[];
}
type DatedHoliday = Extract<Holiday, { kind: 'date' }>;

/** A date of a zone and the minute of it, at an instant. */
const wallIn = (zone: string): ((at: Date) => { readonly day: number; readonly minutes: number }) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (at) => {
    const [date = '', time = ''] = format.format(at).split(' ');
    const [hours = '', minutes = ''] = time.split(':');
    return { day: dayNumberOf(date), minutes: Number(hours) * 60 + Number(minutes) };
  };
};

const clock = (minutes: number): LocalTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const WHOLE = 24 * 60;

const holidayOf = (day: number, name: string): DatedHoliday => ({
  kind: 'date',
  date: localDateOf(day),
  name,
});

/** Feasts that begin at the sunset before their first date: the data gives that date with an offset. */
const fromSunset = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]/;

const split = (
  { date, name, start, end }: HolidaysTypes.Holiday,
  wallAt: ReturnType<typeof wallIn>,
): Found => {
  const first = dayNumberOf(date.slice(0, 10));
  const [begin, until] = [wallAt(start), wallAt(end)];
  const days: DatedHoliday[] = [];
  const parts: PartDay[] = [];
  if (fromSunset.test(date)) {
    // How much of the eve, or of the day after, is off the data doesn't tell; only the whole days are sure.
    const length = end.getTime() - start.getTime();
    for (let day = first; day < first + Math.floor(length / DAY_MS); day++) days.push(holidayOf(day, name));
    if (length % DAY_MS > 0) parts.push({ date: localDateOf(first - 1), name });
    return { days, parts };
  }
  for (let day = begin.day; day <= until.day; day++) {
    const from = day === begin.day ? begin.minutes : 0;
    const to = day === until.day ? until.minutes : WHOLE;
    if (from === 0 && to === WHOLE) days.push(holidayOf(day, name));
    else if (from < to) parts.push({ date: localDateOf(day), name, off: [clock(from), clock(to)] });
  }
  return { days, parts };
};

const lookUp = ({ country, region, year, locale = 'en' }: HolidayQuery): readonly Found[] => {
  const source = region === undefined ? new Holidays(country) : new Holidays(country, region);
  const wallAt = wallIn(source.getTimezones()?.[0] ?? 'UTC');
  return source
    .getHolidays(year, locale)
    .filter((each) => each.type === 'public')
    .map((each) => split(each, wallAt));
};

const unique = <T extends { readonly date: LocalDate; readonly name: string }>(
  all: readonly T[],
): readonly T[] => [...new Map(all.map((each) => [`${each.date} ${each.name}`, each])).values()];

/**
 * The public holidays of a country or region in a year, one per local date and name; those of several days have one for
 * each. Only whole days: what is off for a part of a day is in `partDays`. An unknown country has none.
 */
export const publicHolidays = (query: HolidayQuery): readonly DatedHoliday[] =>
  unique(lookUp(query).flatMap(({ days }) => days));

/** The public holidays of a country or region in a year that are off for a part of the day only. */
export const partDays = (query: HolidayQuery): readonly PartDay[] =>
  unique(lookUp(query).flatMap(({ parts }) => parts));
