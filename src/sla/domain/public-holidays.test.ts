import { describe, expect, it } from '@jest/globals';
import { holidayCountries, holidayRegions, publicHolidays } from './public-holidays';

describe('publicHolidays', () => {
  it('gives the local dates of a country', () => {
    const dates = publicHolidays({ country: 'DE', year: 2026 }).map((each) => each.date);
    expect(dates).toEqual(
      expect.arrayContaining(['2026-01-01', '2026-04-03', '2026-05-01', '2026-10-03', '2026-12-25']),
    );
    expect(dates).not.toContain('2026-01-06');
  });

  it('adds those of a region', () => {
    expect(publicHolidays({ country: 'DE', region: 'BY', year: 2026 }).map((each) => each.date)).toContain(
      '2026-01-06',
    );
  });

  it('names them in the language asked for', () => {
    const names = publicHolidays({ country: 'RU', year: 2026, locale: 'ru' }).map((each) => each.name);
    expect(names.some((name) => /[а-я]/i.test(name))).toBe(true);
  });

  it('has none for an unknown country', () => {
    expect(publicHolidays({ country: 'XX', year: 2026 })).toEqual([]);
  });

  it('lists countries and regions by name', () => {
    expect(holidayCountries()).toContainEqual({ code: 'DE', name: 'Germany' });
    expect(holidayRegions('DE').map((each) => each.code)).toContain('BY');
  });
});
