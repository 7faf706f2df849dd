import { describe, expect, it } from '@jest/globals';
import { holidayCountries, holidayRegions, partDays, publicHolidays } from './public-holidays';

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

describe('a holiday of a part of a day', () => {
  const of = (country: string, region?: string) => ({ country, year: 2027, ...(region && { region }) });
  const dates = (...query: Parameters<typeof of>) => publicHolidays(of(...query)).map(({ date }) => date);

  it('is no whole day', () => {
    expect(dates('CN')).not.toContain('2027-03-08');
    expect(partDays(of('CN'))).toContainEqual({
      date: '2027-03-08',
      name: "International Women's Day",
      off: ['12:00', '24:00'],
    });
  });

  it('of a feast begun at sunset gives its whole days, and names its eve', () => {
    expect(dates('TR')).toEqual(expect.arrayContaining(['2027-03-09', '2027-03-10', '2027-03-11']));
    expect(dates('TR')).not.toContain('2027-03-12');
    expect(partDays(of('TR')).map(({ date, off }) => [date, off])).toContainEqual(['2027-03-08', undefined]);
  });

  it('is none where only the clock changes on that day', () => {
    expect(dates('CH')).toContain('2027-03-28');
    expect(dates('DE', 'TH')).toContain('2027-10-31');
    expect(partDays(of('DE', 'TH'))).toEqual([]);
  });
});
