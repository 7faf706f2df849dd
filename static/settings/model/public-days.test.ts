import { workdays } from '../../../src/sla/engine/testing/build';
import { publicDays } from './public-days';

const week = workdays(['09:00', '17:00']);
const of = (country: string, region?: string) => ({
  source: { country, ...(region === undefined ? {} : { region }) },
  years: [2027],
  locale: 'en' as const,
});

test('a holiday that begins at noon leaves the morning', () => {
  const { holidays, exceptions } = publicDays(of('CW'), week);
  expect(exceptions).toEqual([{ date: '2027-12-31', name: "New Year's Eve", hours: [['09:00', '12:00']] }]);
  expect(holidays.map(({ date }) => date)).not.toContain('2027-12-31');
});

test('one that begins after closing, on a day without hours, or at a time not told is listed and changes nothing', () => {
  const told = (country: string, region?: string) =>
    publicDays(of(country, region), week).skipped.map(({ date, why }) => `${date} ${why}`);
  expect(told('AU', 'SA')).toEqual(['2027-12-24 afterHours', '2027-12-31 afterHours']);
  expect(told('CH', 'SO')).toEqual(['2027-05-01 closedAnyway']);
  expect(told('TR')).toEqual(['2027-03-08 partUnknown', '2027-05-15 partUnknown']);
});

test('a shared set takes whole days only', () => {
  expect(publicDays(of('HT')).exceptions).toEqual([]);
  expect(publicDays(of('HT')).skipped).toEqual([{ name: 'Lundi Gras', date: '2027-02-08', why: 'timed' }]);
});
