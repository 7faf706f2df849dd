import { readDay } from './read-day';

jest.mock('./context', () => ({ viewer: () => ({ formatLocale: 'en-US' }) }));

const TODAY = new Date(2026, 10, 29);
const read = (typed: string, locale: string): string | null => {
  const day = readDay(typed, locale, TODAY);
  return Number.isNaN(day.getTime()) ? null : `${day.getFullYear()}-${day.getMonth() + 1}-${day.getDate()}`;
};

it.each([
  ['12/7/2026', 'en-US', '2026-12-7'],
  ['7/12/2026', 'en-GB', '2026-12-7'],
  ['07.12.2026', 'ru-RU', '2026-12-7'],
  ['07.12.2026 г.', 'ru-RU', '2026-12-7'],
  ['7.12', 'ru-RU', '2026-12-7'],
  ['7.12.26', 'de-DE', '2026-12-7'],
  ['2026-12-07', 'ru-RU', '2026-12-7'],
  ['31.06.2026', 'ru-RU', null],
  ['12/31', 'en-GB', null],
  ['tomorrow', 'en-US', null],
  ['7', 'en-US', null],
  ['7.12.2026.1', 'ru-RU', null],
  ['', 'en-US', null],
])('reads %j in %s as %s', (typed, locale, day) => expect(read(typed, locale)).toBe(day));
