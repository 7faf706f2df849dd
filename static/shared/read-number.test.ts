import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatNumber, numberText, readNumber } from './read-number';

const LOCALES = ['en-US', 'en-GB', 'ru', 'de', 'fr', 'de-CH', 'en-IN'];

/** Numbers of at most twelve significant digits. */
const numbers = fc
  .tuple(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, places]) => digits / 10 ** places || 0);

describe('a typed number', () => {
  it.each(LOCALES)('is read back as it was written: %s', (locale) => {
    fc.assert(fc.property(numbers, (value) => readNumber(numberText(value, locale), locale) === value));
  });

  it.each(LOCALES)('is never another number than the one that was shown: %s', (locale) => {
    fc.assert(
      fc.property(numbers, (value) => {
        const read = readNumber(formatNumber(value, locale), locale);
        return typeof read === 'number' ? read === value : Array.isArray(read) && read.includes(value);
      }),
    );
  });

  it.each([
    ['en-US', '1,000', 1000],
    ['en-US', '1,234.56', 1234.56],
    ['en-US', '1.000,50', 1000.5],
    ['en-US', '1,000,000', 1_000_000],
    ['en-US', '12,5', 12.5],
    ['en-US', '0.125', 0.125],
    ['en-US', '.5', 0.5],
    ['en-US', '-0', 0],
    ['en-US', '+7', 7],
    ['en-US', '\u22127', -7],
    ['en-US', '- 1,000', -1000],
    ['en-US', '1234.567', 1234.567],
    ['en-IN', '12,34,567', 1_234_567],
    ['de', '1.000', 1000],
    ['de', '1.000,50', 1000.5],
    ['de', '1,5', 1.5],
    ['de-CH', '1’000.50', 1000.5],
    ['ru', '1 000,50', 1000.5],
    ['ru', '1\u00a0000', 1000],
    ['ru', '1 234,567', 1234.567],
    ['ru', '1.5', 1.5],
    ['ru', '1.000.000', 1_000_000],
  ])('in %s: %j is %d', (locale, typed, value) => {
    expect(readNumber(typed, locale)).toBe(value);
  });

  it.each([
    ['en-US', '1.000', [1000, 1]],
    ['en-US', '-1.500', [-1500, -1.5]],
    ['de', '1,000', [1000, 1]],
    ['ru', '1,000', [1000, 1]],
    ['ru', '1.000', [1000, 1]],
  ])('in %s: %j could be two numbers, so it is none of them', (locale, typed, either) => {
    expect(readNumber(typed, locale)).toEqual(either);
  });

  it.each([
    '0x10',
    '1e3',
    '1E3',
    '0b1',
    'Infinity',
    'NaN',
    '5%',
    '€5',
    '1,00,0',
    '1,,000',
    '1 00',
    '12 34',
    '1.2.3',
    '1,000.000,5',
    '5.',
    ',',
    '-',
    '--1',
    '1-',
    '12345678901234567890',
    '0,000,001x',
    '１２',
  ])('is no number: %j', (typed) => {
    for (const locale of LOCALES) expect(readNumber(typed, locale)).toBe('none');
  });

  it.each(['', '  ', '\u00a0'])('may be left out: %j', (typed) => {
    expect(readNumber(typed, 'en-US')).toBe('empty');
  });
});
