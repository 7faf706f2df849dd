import { describe, expect, it } from '@jest/globals';
import { parseIcs } from './read';

const now = Date.parse('2026-01-15T00:00:00Z');

/** The dates of a rule in the years 2026 and 2027. */
const datesOf = (start: string, rule: string): readonly string[] =>
  parseIcs(
    `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:${start}\nRRULE:${rule}\nEND:VEVENT\nEND:VCALENDAR`,
    'UTC',
    now,
  )
    .holidays.map(({ date }) => date)
    .filter((date) => /^202[67]/.test(date));

describe('a repetition rule', () => {
  it.each([
    [
      'the last working day of the year',
      '20241231',
      'YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2026-12-31 2027-12-31',
    ],
    [
      'the first Monday of two months',
      '20240101',
      'YEARLY;BYMONTH=1,7;BYDAY=MO;BYSETPOS=1',
      '2026-01-05 2027-01-04',
    ],
    ['the 20th Monday of the year', '20240513', 'YEARLY;BYDAY=20MO', '2026-05-18 2027-05-17'],
    ['the last Monday of the year', '20241230', 'YEARLY;BYDAY=-1MO', '2026-12-28 2027-12-27'],
    ['the last Monday of May', '20240527', 'YEARLY;BYMONTH=5;BYDAY=-1MO', '2026-05-25 2027-05-31'],
    ['Monday of the first week', '20240101', 'YEARLY;BYWEEKNO=1;BYDAY=MO', '2027-01-04'],
    ['Monday of the last week', '20241223', 'YEARLY;BYWEEKNO=-1;BYDAY=MO', '2026-12-28 2027-12-27'],
    [
      'the last day of two quarters',
      '20240630',
      'YEARLY;BYMONTH=6,9;BYMONTHDAY=-1',
      '2026-06-30 2026-09-30 2027-06-30 2027-09-30',
    ],
    [
      'the 31st of months that have one',
      '20250131',
      'MONTHLY;INTERVAL=3',
      '2026-01-31 2026-07-31 2026-10-31 2027-01-31 2027-07-31 2027-10-31',
    ],
    [
      'a day of the year',
      '20250409',
      'YEARLY;BYYEARDAY=100,-1',
      '2026-04-10 2026-12-31 2027-04-10 2027-12-31',
    ],
    [
      'days of a month, daily',
      '20251224',
      'DAILY;BYMONTH=12;BYMONTHDAY=24,25',
      '2026-12-24 2026-12-25 2027-12-24 2027-12-25',
    ],
    ['an end on a date', '20260105', 'WEEKLY;UNTIL=20260112', '2026-01-05 2026-01-12'],
    [
      'every other week, whose beginning counts',
      '20260106',
      'WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=4',
      '2026-01-06 2026-01-18 2026-01-20 2026-02-01',
    ],
    [
      'the same rule with weeks from Monday on',
      '20260106',
      'WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4',
      '2026-01-06 2026-01-11 2026-01-20 2026-01-25',
    ],
  ])('means %s', (_, start, rule, dates) => {
    expect(datesOf(start, `FREQ=${rule}`).join(' ')).toBe(dates);
  });

  it('that says one thing twice is refused', () => {
    expect(datesOf('20260105', 'FREQ=WEEKLY;BYDAY=MO;BYDAY=TU')).toEqual([]);
  });
});
