import { expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { parseIcs } from '../../src/sla/definitions/domain/ics/index.ts';
import { partDays, publicHolidays } from '../../src/sla/definitions/domain/holidays/public-holidays.ts';
import { casePath, caseText, withCases } from './cases.ts';

const NOW = Date.parse('2026-11-28T00:00:00Z');

const read = (text: string): string => {
  const { holidays, exceptions, skipped } = parseIcs(text, 'Europe/Berlin', NOW);
  return [
    ...holidays.map(({ date }) => date),
    ...exceptions.map(({ date, hours }) => `${date} ${hours.map((each) => each.join('-')).join(',')}`),
    ...skipped.map(({ why, line }) => `${why}${line === undefined ? '' : ` ${line}`}`),
  ].join('; ');
};

/** Dates off, hours of dates, and why and in which line something is left out. */
const READ: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ics: {
    '02-yearly-byday-bysetpos-nomonth.ics':
      '2026-01-01; 2027-01-01; 2028-01-03; 2029-01-01; 2030-01-01; 2031-01-01',
    '03-exdate-bare-date.ics': '2026-05-01; 2028-05-01; 2029-05-01; 2030-05-01; 2031-05-01',
    '08-dtstart-bare-date.ics': '2027-01-01',
    '09-outlook-allday-timed.ics': '2026-12-23',
    '10-outlook-allday-timed-multiday.ics':
      '2026-12-24; 2026-12-25; 2026-12-26; 2026-12-27; 2026-12-28; 2026-12-29; 2026-12-30; 2026-12-31; 2027-01-01',
    '11-allday-0001-2359.ics': '2026-12-24',
    '12-allday-000000-235959.ics': '2026-12-24',
    '13-two-vcalendars.ics': '2026-12-24; 2026-12-31',
    '14-windows-tz-undescribed.ics': 'unknownZone 7',
    '16-rscale-chinese.ics': 'unsupported 8',
    '17-feb29.ics': '2028-02-29',
    '18-weekly-numbered-weekday.ics': 'unsupported 9',
    '19-rdate.ics': '2026-12-24; 2026-12-31; 2027-01-07',
    '20-rdate-period.ics': '2026-12-24 09:00-11:00; 2026-12-31 09:00-12:00',
    '23-cr-only.ics': '2026-12-24',
    '25-truncated.ics': 'unreadable 4',
    '26-garbage-line.ics': '2026-12-24; unreadable 11',
    '27-bad-dates.ics': '2026-12-31; unreadable 7; unreadable 12',
    '28-dup-uid-sequence.ics': '2026-12-28; outdated',
    '34-unfolded-lines.ics': '2027-01-04; 2027-01-01',
    '35-value-date-with-time.ics': '2027-01-01; unreadable 7',
    '39-calendarlabs-form.ics': '2027-03-29; 2027-05-01',
    '40-one-bad-rrule.ics': '2027-01-01; unreadable 8',
    '43-dtstart-not-in-rule.ics': '2027-01-06; 2027-01-07; 2027-01-14',
    '44-evolution-tzid.ics': 'unknownZone 7',
    '45-x-wr-timezone.ics': '2027-01-04 09:00-12:00',
    '46-ends.ics': '2027-01-04 22:00-06:00; unreadable 25; longerThanADay; longerThanADay',
    '47-dst-day-midnight.ics': '2027-03-28; 2027-10-31',
    '48-utc-allday.ics': '2027-01-06',
    '50-open-ended-9999.ics': 'longerThanAYear',
  },
  'held/ics': {
    '01-yearly-bysetpos.ics': '2026-05-25; 2027-05-31; 2028-05-29; 2029-05-28; 2030-05-27; 2031-05-26',
    '04-exdate-datetime-on-allday.ics': '2026-05-01; 2028-05-01; 2029-05-01; 2030-05-01; 2031-05-01',
    '05-exdate-tz-on-allday.ics': '2026-05-01; 2028-05-01; 2029-05-01; 2030-05-01; 2031-05-01',
    '06-exdate-date-on-timed.ics': '2026-12-04 09:00-12:00; 2026-12-11 09:00-12:00; 2026-12-25 09:00-12:00',
    '07-exdate-utc-on-timed.ics': '2026-12-04 09:00-12:00; 2026-12-11 09:00-12:00; 2026-12-25 09:00-12:00',
    '15-windows-tz-described.ics': '2026-07-24 09:00-12:00; 2026-12-24 09:00-12:00',
    '21-folded.ics': '2026-12-24',
    '22-bom.ics': '2026-12-24',
    '24-blank-lines.ics': '2026-12-24',
    '30-yearly-bymonthday-byday.ics': '2026-12-28; 2027-12-27',
    '31-election.ics': '2028-11-07',
    '33-date-start-datetime-end.ics': '2027-01-04; 2028-01-04; 2029-01-04; 2030-01-04; 2031-01-04',
    '36-no-uid.ics': '2027-01-04; 2027-01-05; 2028-01-05; 2027-01-06; 2028-01-06',
    '37-weekly-over-dst.ics':
      '2027-03-10 15:00-16:00; 2027-03-17 14:00-15:00; 2027-03-24 14:00-15:00; 2027-03-31 15:00-16:00; 2027-04-07 15:00-16:00',
    '38-quote-in-parameter.ics': '2027-01-04; 2027-01-01',
    '41-one-bad-exdate.ics': '2027-01-01; unreadable 9',
    '42-bad-until.ics': '2027-01-01; unreadable 8',
  },
};

interface Row {
  readonly rule: string;
  readonly what: string;
  readonly dtstart: string;
  readonly expected: readonly string[];
  readonly expectedCount: number;
}
interface Place {
  readonly country: string;
  readonly region?: string;
  readonly wrong: readonly string[];
}

withCases('files of calendars')('a calendar file', () => {
  it.each(Object.entries(READ))('of %s has its dates here', (folder, files) => {
    const there = readdirSync(casePath(folder)).filter((name) => name.endsWith('.ics'));
    const listed = there.sort().map((name) => [name, read(caseText(folder, name))]);
    expect(Object.fromEntries(listed)).toEqual(files);
  });

  it('repeats as python-dateutil says, whatever the rule', () => {
    const { rows } = JSON.parse(caseText('ics', 'rrule-table.json')) as { rows: readonly Row[] };
    const differing = rows.filter(({ rule, dtstart, expected, expectedCount }) => {
      const text = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:${dtstart}\nRRULE:${rule}\nEND:VEVENT\nEND:VCALENDAR`;
      const dates = parseIcs(text, 'UTC', NOW)
        .holidays.map(({ date }) => date)
        .filter((date) => date >= '2025-11-29' && date <= '2031-11-25');
      return dates.length !== expectedCount || expected.some((date, at) => dates[at] !== date);
    });
    expect(rows.length).toBeGreaterThan(0);
    expect(differing.map(({ what }) => what)).toEqual([]);
  });

  it('of public holidays has no whole day where a part is off, and says which days these are', () => {
    const { cases } = JSON.parse(caseText('public-holidays', 'cases.json')) as { cases: readonly Place[] };
    expect(cases.length).toBeGreaterThan(0);
    for (const { country, region, wrong } of cases) {
      const query = { country, year: 2027, ...(region !== undefined && { region }) };
      const days = publicHolidays(query).map(({ date }) => date);
      expect(days.filter((date) => wrong.includes(date))).toEqual([]);
      // Of feasts that begin at sunset the day before is told instead of the day after.
      if (country !== 'TR')
        expect(partDays(query).map(({ date }) => date)).toEqual(expect.arrayContaining([...wrong]));
    }
  });
});
