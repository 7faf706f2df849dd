import type { DurationMs } from '../model';

export type Locale = 'en' | 'ru';

/**
 * `short` 2h 10m · `long` 2 hours 10 minutes · `business` 1bd 4h, days of the calendar · `hours` 12h · `clock` 12:05.
 */
export type DurationStyle = 'short' | 'long' | 'business' | 'hours' | 'clock';

type Unit = 'day' | 'businessDay' | 'hour' | 'minute';
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const SHORT: Readonly<Record<Locale, Readonly<Record<Unit, string>>>> = {
  en: { day: 'd', businessDay: 'bd', hour: 'h', minute: 'm' },
  ru: { day: '\u00a0д', businessDay: '\u00a0раб.\u00a0дн.', hour: '\u00a0ч', minute: '\u00a0мин' },
};

const LONG: Readonly<Record<Locale, Readonly<Record<Unit, Forms>>>> = {
  en: {
    day: { one: 'day', other: 'days' },
    businessDay: { one: 'business day', other: 'business days' },
    hour: { one: 'hour', other: 'hours' },
    minute: { one: 'minute', other: 'minutes' },
  },
  ru: {
    day: { one: 'день', few: 'дня', many: 'дней', other: 'дня' },
    businessDay: { one: 'рабочий день', few: 'рабочих дня', many: 'рабочих дней', other: 'рабочего дня' },
    hour: { one: 'час', few: 'часа', many: 'часов', other: 'часа' },
    minute: { one: 'минута', few: 'минуты', many: 'минут', other: 'минуты' },
  },
};

const rules: Readonly<Record<Locale, Intl.PluralRules>> = {
  en: new Intl.PluralRules('en'),
  ru: new Intl.PluralRules('ru'),
};

/** The form of a word that goes with a number: `1 час`, `2 часа`, `5 часов`. */
export const pluralForm = (locale: Locale, count: number, forms: Forms): string =>
  forms[rules[locale].select(count)] ?? forms.other;

const part = (locale: Locale, count: number, unit: Unit, long: boolean): string =>
  long ? `${count}\u00a0${pluralForm(locale, count, LONG[locale][unit])}` : `${count}${SHORT[locale][unit]}`;

const pad = (value: number): string => String(value).padStart(2, '0');

/** The two largest units of whole minutes; the second is left out when it is nothing. */
const twoUnits = (ms: number, locale: Locale, day: number, dayUnit: Unit, long: boolean): string => {
  const days = Math.floor(ms / day);
  const hours = Math.floor((ms % day) / HOUR);
  const minutes = Math.floor(((ms % day) % HOUR) / MINUTE);
  const [first, second]: readonly (readonly [number, Unit])[] =
    days > 0
      ? [
          [days, dayUnit],
          [hours, 'hour'],
        ]
      : hours > 0
        ? [
            [hours, 'hour'],
            [minutes, 'minute'],
          ]
        : [
            [minutes, 'minute'],
            [0, 'minute'],
          ];
  return [first, second]
    .filter((each, i) => each !== undefined && (i === 0 || each[0] > 0))
    .map((each) => part(locale, each?.[0] ?? 0, each?.[1] ?? 'minute', long))
    .join(' ');
};

/**
 * A duration in words, without its sign and rounded down to minutes (features §4.10.3). Days are 24 h, except in the
 * `business` style, where a day is `nominalDayMs` and marked as such.
 */
export const formatDuration = (
  ms: DurationMs,
  locale: Locale,
  style: DurationStyle = 'short',
  nominalDayMs: DurationMs = DAY,
): string => {
  const size = Math.abs(ms);
  if (style === 'clock') return `${Math.floor(size / HOUR)}:${pad(Math.floor((size % HOUR) / MINUTE))}`;
  if (style === 'hours') return part(locale, Math.round((size / HOUR) * 10) / 10, 'hour', false);
  if (size > 0 && size < MINUTE) return locale === 'ru' ? 'меньше минуты' : 'less than a minute';
  if (style === 'business') return twoUnits(size, locale, nominalDayMs, 'businessDay', false);
  return twoUnits(size, locale, DAY, 'day', style === 'long');
};
