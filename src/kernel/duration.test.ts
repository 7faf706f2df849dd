import { describe, expect, it } from '@jest/globals';
import { compactDuration, longDuration } from './duration';
import { sayer } from './words';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const say = { en: sayer({ en: {}, ru: {} }, 'en'), ru: sayer({ en: {}, ru: {} }, 'ru') };

describe('a length of time', () => {
  it.each([
    [2 * HOUR + 10 * MINUTE, '2 h 10 min', '2 ч 10 мин'],
    [26 * HOUR + 59 * MINUTE, '1 d 2 h', '1 д 2 ч'],
    [48 * HOUR + 5 * MINUTE, '2 d', '2 д'],
    [-3 * HOUR, '3 h', '3 ч'],
    [0, '0 min', '0 мин'],
    [20_000, 'less than a minute', 'меньше минуты'],
  ])('of %d ms is told by its largest unit and the one below', (ms, en, ru) => {
    expect(compactDuration(ms, say.en)).toBe(en);
    expect(compactDuration(ms, say.ru)).toBe(ru);
  });

  it('counts in working days and never overflows their hours', () => {
    expect(compactDuration(20 * HOUR, say.en, 8 * HOUR)).toBe('2 working days 4 h');
    expect(compactDuration(20 * HOUR, say.ru, 8 * HOUR)).toBe('2 раб. дн. 4 ч');
    expect(compactDuration(24 * HOUR, say.en, 24 * HOUR)).toBe('1 d');
  });

  it('stays in hours where days would mislead', () => {
    expect(compactDuration(26 * HOUR + 30 * MINUTE, say.en, Infinity)).toBe('26 h 30 min');
  });

  it('has the right plural in Russian', () => {
    const days = (count: number): string => longDuration(count * 24 * HOUR, say.ru);
    expect([1, 2, 5, 11, 21].map(days)).toEqual(['1 день', '2 дня', '5 дней', '11 дней', '21 день']);
    expect(longDuration(26 * HOUR, say.en)).toBe('1 day 2 hr');
  });
});
