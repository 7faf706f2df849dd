import { readDay } from './read-day';

jest.mock('./context', () => ({ viewer: () => ({ formatLocale: 'en-US' }) }));

it.each([
  ['12/7/2026', 'en-US', '2026-12-07'],
  ['7/12/2026', 'en-GB', '2026-12-07'],
  ['07.12.2026', 'ru-RU', '2026-12-07'],
  ['07.12.2026 г.', 'ru-RU', '2026-12-07'],
  ['7.12', 'ru-RU', '2026-12-07'],
  ['7.12.26', 'de-DE', '2026-12-07'],
  ['2026-12-07', 'ru-RU', '2026-12-07'],
  ['31.06.2026', 'ru-RU', null],
  ['12/31', 'en-GB', null],
  ['tomorrow', 'en-US', null],
  ['7', 'en-US', null],
  ['7.12.2026.1', 'ru-RU', null],
  ['', 'en-US', null],
])('reads %j in %s as %s', (typed, locale, day) => expect(readDay(typed, locale, '2026-11-29')).toBe(day));
