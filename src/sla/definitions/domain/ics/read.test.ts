import { describe, expect, it } from '@jest/globals';
import { processorMs } from '../../../../../test/setup/processor-time';
import { NotAnIcsError, parseIcs } from './read';

const now = Date.parse('2026-01-15T00:00:00Z');
const file = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...events, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n');

describe('parseIcs', () => {
  it('takes all-day events as local dates, whatever the zone', () => {
    const text = file(event('SUMMARY:New Year', 'DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20260102'));
    for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
      expect(parseIcs(text, zone, now).holidays).toEqual([
        { kind: 'date', date: '2026-01-01', name: 'New Year' },
      ]);
    }
  });

  it('expands an event of several days up to its exclusive end', () => {
    const text = file(event('SUMMARY:Break', 'DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'));
    expect(parseIcs(text, 'Europe/Berlin', now).holidays.map((each) => each.date)).toEqual([
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('expands a yearly recurrence five years ahead', () => {
    const text = file(event('SUMMARY:May Day', 'DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY'));
    expect(parseIcs(text, 'Europe/Berlin', now).holidays.map((each) => each.date.slice(0, 4))).toEqual([
      '2025',
      '2026',
      '2027',
      '2028',
      '2029',
      '2030',
    ]);
  });

  it('leaves out the same date and name the second time, and cancelled events', () => {
    const same = event('SUMMARY:X', 'DTSTART;VALUE=DATE:20260101');
    const cancelled = event('SUMMARY:Y', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20260102');
    const read = parseIcs(file(same, same, cancelled), 'Europe/Berlin', now);
    expect(read.holidays).toHaveLength(1);
    expect(read.skipped).toEqual([
      { name: 'X', why: 'duplicate', date: '2026-01-01' },
      { name: 'Y', why: 'cancelled', date: '2026-01-02' },
    ]);
  });

  it('turns a timed event into an exception in the calendar zone', () => {
    const text = file(event('SUMMARY:Short day', 'DTSTART:20261224T080000Z', 'DTEND:20261224T110000Z'));
    expect(parseIcs(text, 'Europe/Berlin', now).exceptions).toEqual([
      { date: '2026-12-24', name: 'Short day', hours: [['09:00', '12:00']] },
    ]);
  });

  it('keeps the written hours of a floating event', () => {
    const text = file(event('SUMMARY:Short day', 'DTSTART:20261224T090000', 'DTEND:20261224T120000'));
    expect(parseIcs(text, 'Asia/Tokyo', now).exceptions[0]?.hours).toEqual([['09:00', '12:00']]);
  });

  it('puts a moved occurrence only where it was moved to', () => {
    const yearly = event('SUMMARY:Outing', 'DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY;COUNT=2');
    const moved = event('RECURRENCE-ID;VALUE=DATE:20260501', 'SUMMARY:Outing', 'DTSTART;VALUE=DATE:20260508');
    const read = parseIcs(file(yearly, moved), 'Europe/Berlin', now);
    expect(read.holidays.map(({ date }) => date)).toEqual(['2026-05-08', '2027-05-01']);
    expect(read.skipped).toEqual([]);
  });

  it('leaves out a single occurrence that was cancelled', () => {
    const yearly = event('SUMMARY:Outing', 'DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY;COUNT=2');
    const off = event(
      'RECURRENCE-ID;VALUE=DATE:20260501',
      'SUMMARY:Outing',
      'STATUS:CANCELLED',
      'DTSTART;VALUE=DATE:20260501',
    );
    expect(parseIcs(file(yearly, off), 'Europe/Berlin', now).holidays.map(({ date }) => date)).toEqual([
      '2027-05-01',
    ]);
  });

  it('counts the occurrences of its span only, however long ago the event began', () => {
    const daily = event('SUMMARY:Stand-by', 'DTSTART;VALUE=DATE:20180101', 'RRULE:FREQ=DAILY');
    const { holidays, skipped } = parseIcs(file(daily), 'Europe/Berlin', now);
    expect(holidays[0]?.date).toBe('2025-01-14');
    expect(holidays.at(-1)?.date).toBe('2031-01-19');
    expect(skipped).toEqual([]);
  });

  it('leaves out an event that repeats within a day', () => {
    const hourly = event(
      'SUMMARY:Bell',
      'DTSTART:20260101T000000Z',
      'DTEND:20260101T000500Z',
      'RRULE:FREQ=HOURLY',
    );
    expect(parseIcs(file(hourly), 'UTC', now).skipped).toEqual([
      { name: 'Bell', why: 'tooMany', date: '2026-01-01', line: 9, what: 'HOURLY' },
    ]);
  });

  it('takes a timed event once, and makes overlapping hours of a date one', () => {
    const early = event('SUMMARY:Early', 'DTSTART:20261224T080000', 'DTEND:20261224T110000');
    const late = event('SUMMARY:Late', 'DTSTART:20261224T103000', 'DTEND:20261224T120000');
    const { exceptions, skipped } = parseIcs(file(early, late, early), 'Europe/Berlin', now);
    expect(exceptions).toEqual([{ date: '2026-12-24', name: 'Early, Late', hours: [['08:00', '12:00']] }]);
    expect(skipped).toEqual([{ name: 'Early', why: 'duplicate', date: '2026-12-24' }]);
  });

  it('leaves out hours that would make a stretch longer than a day', () => {
    const night = event('SUMMARY:Night', 'DTSTART:20261224T220000', 'DTEND:20261225T060000');
    const day = event('SUMMARY:Day', 'DTSTART:20261224T050000', 'DTEND:20261224T230000');
    const { exceptions, skipped } = parseIcs(file(night, day), 'Europe/Berlin', now);
    expect(exceptions[0]?.hours).toEqual([['22:00', '06:00']]);
    expect(skipped).toMatchObject([{ name: 'Day', why: 'longerThanADay' }]);
  });

  it('knows an IANA zone that the file names without describing it, summer and winter', () => {
    const at = (day: string) =>
      event(
        'SUMMARY:Short',
        `DTSTART;TZID=America/New_York:${day}T090000`,
        `DTEND;TZID=America/New_York:${day}T100000`,
      );
    const { exceptions } = parseIcs(file(at('20260701'), at('20261201')), 'UTC', now);
    expect(exceptions.map(({ hours }) => hours)).toEqual([[['13:00', '14:00']], [['14:00', '15:00']]]);
  });

  it('forgets the zones of the file before', () => {
    const described = [
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Berlin',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0500',
      'TZOFFSETTO:+0500',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n');
    const timed = event('SUMMARY:X', 'DTSTART;TZID=Europe/Berlin:20261201T090000', 'DURATION:PT1H');
    const hours = (text: string) => parseIcs(text, 'UTC', now).exceptions[0]?.hours;
    expect(hours(file(described, timed))).toEqual([['04:00', '05:00']]);
    expect(hours(file(timed))).toEqual([['08:00', '09:00']]);
  });

  it('leaves out timed events of a zone nobody knows, and events that make no sense', () => {
    const nowhere = event('SUMMARY:A', 'DTSTART;TZID=Nowhere Time:20261201T090000', 'DURATION:PT1H');
    const dateless = event('SUMMARY:B');
    expect(parseIcs(file(nowhere, dateless), 'UTC', now)).toEqual({
      holidays: [],
      exceptions: [],
      skipped: [
        { name: 'A', why: 'unknownZone', date: '2026-12-01', line: 7, what: 'Nowhere Time' },
        { name: 'B', why: 'noDate', line: 10 },
      ],
    });
  });

  const datesOf = (...lines: readonly string[]) => {
    const { holidays, skipped } = parseIcs(file(event(...lines)), 'Europe/Berlin', now);
    return { dates: holidays.map(({ date }) => date), skipped };
  };

  it.each([
    ['20261223T000000', '20261224T000000', ['2026-12-23']],
    ['20261223T000100', '20261223T235900', ['2026-12-23']],
    ['20261223T000000', '20261223T235959', ['2026-12-23']],
    ['20261230T000000', '20270102T000000', ['2026-12-30', '2026-12-31', '2027-01-01']],
    ['20261223T000000Z', '20261224T000000Z', ['2026-12-23']],
    // Midnight of the calendar, written in UTC; the second day of it is 25 hours long.
    ['20261222T230000Z', '20261223T230000Z', ['2026-12-23']],
    ['20261023T220000Z', '20261025T230000Z', ['2026-10-24', '2026-10-25']],
  ])('takes midnight to midnight as days off, not as hours: %s to %s', (from, to, days) => {
    expect(datesOf('SUMMARY:X', `DTSTART:${from}`, `DTEND:${to}`)).toEqual({ dates: days, skipped: [] });
  });

  it('takes what Outlook marks as a whole day as one, whatever its zone', () => {
    const marked = ['DTSTART:20270105T150000Z', 'DTEND:20270106T150000Z', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'];
    expect(datesOf(...marked).dates).toEqual(['2027-01-06']);
  });

  it('takes eight digits as a date wherever they stand', () => {
    expect(
      datesOf(
        'DTSTART:20260501',
        'DTEND:20260502',
        'RRULE:FREQ=YEARLY;COUNT=3',
        'EXDATE:20270501',
        'RDATE:20260504',
      ).dates,
    ).toEqual(['2026-05-01', '2028-05-01', '2026-05-04']);
  });

  it('keeps the first date beside more dates and outside of its rule, which it counts in', () => {
    expect(datesOf('DTSTART:20261224', 'RDATE:20261231,20270107').dates).toEqual([
      '2026-12-24',
      '2026-12-31',
      '2027-01-07',
    ]);
    expect(datesOf('DTSTART:20270106', 'RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=3').dates).toEqual([
      '2027-01-06',
      '2027-01-07',
      '2027-01-14',
    ]);
  });

  it('takes further periods with their own length', () => {
    const text = file(
      event(
        'SUMMARY:X',
        'DTSTART:20261224T080000Z',
        'DTEND:20261224T100000Z',
        'RDATE;VALUE=PERIOD:20261231T080000Z/PT3H',
      ),
    );
    expect(parseIcs(text, 'UTC', now).exceptions.map(({ hours }) => hours)).toEqual([
      [['08:00', '10:00']],
      [['08:00', '11:00']],
    ]);
  });

  it('has the 29th of February in leap years only', () => {
    expect(datesOf('DTSTART:20240229', 'RRULE:FREQ=YEARLY').dates).toEqual(['2028-02-29']);
  });

  it.each([
    ['unsupported', 'RRULE:RSCALE=CHINESE;FREQ=YEARLY', 'RSCALE=CHINESE'],
    ['unsupported', 'RRULE:FREQ=WEEKLY;BYDAY=1WE', 'FREQ=WEEKLY;BYDAY=1WE'],
    ['unsupported', 'RRULE:FREQ=MONTHLY;BYWEEKNO=3', 'FREQ=MONTHLY;BYWEEKNO=3'],
    ['unsupported', 'RRULE:FREQ=DAILY;BYHOUR=9,15', 'BYHOUR=9,15'],
    ['unsupported', 'EXRULE:FREQ=YEARLY', 'EXRULE:FREQ=YEARLY'],
    ['unreadable', 'RRULE:FREQ=NEVER', 'FREQ=NEVER'],
    ['unreadable', 'RRULE:FREQ=DAILY;INTERVAL=0', 'INTERVAL=0'],
    ['unreadable', 'RRULE:FREQ=YEARLY;UNTIL=soon', 'SOON'],
    ['unreadable', 'EXDATE:20260230', '20260230'],
    ['unreadable', 'DTEND:20251231', '20251231'],
  ])('lists an event as %s with its line and what stands there: %s', (why, line, what) => {
    expect(datesOf('SUMMARY:X', 'DTSTART:20260101', line)).toEqual({
      dates: [],
      skipped: [{ name: 'X', why, date: '2026-01-01', line: 8, what }],
    });
  });

  it('loses one event to a bad line, none to text that was folded wrongly', () => {
    const bad = event('garbage', 'SUMMARY:Bad', 'DTSTART:20260101');
    const folded = event(
      'SUMMARY:Good',
      'DTSTART:20260102',
      'DESCRIPTION:Doors stay shut',
      'and the phone is off',
    );
    const { holidays, skipped } = parseIcs(file(bad, folded), 'UTC', now);
    expect(holidays.map(({ name }) => name)).toEqual(['Good']);
    expect(skipped).toEqual([{ name: 'Bad', why: 'unreadable', date: '2026-01-01', line: 6 }]);
  });

  it('lists the event that a file breaks off in', () => {
    const text = file(event('SUMMARY:A', 'DTSTART:20260101'), event('SUMMARY:B', 'DTSTART:20260102'));
    const { holidays, skipped } = parseIcs(text.slice(0, text.lastIndexOf('END:VEVENT')), 'UTC', now);
    expect(holidays.map(({ name }) => name)).toEqual(['A']);
    expect(skipped).toMatchObject([{ name: 'B', why: 'unreadable', line: 9 }]);
  });

  it('reads all calendars of a file, and lines that end as on old Macs', () => {
    const one = (name: string) => file(event(`SUMMARY:${name}`, 'DTSTART:20260101'));
    const text = `${one('A')}\r\n${one('B')}`;
    for (const each of [text, text.replaceAll('\r\n', '\r'), text.replaceAll('\r\n', '\n')])
      expect(parseIcs(each, 'UTC', now).holidays.map(({ name }) => name)).toEqual(['A', 'B']);
  });

  it('takes the newest version of an event only', () => {
    const first = event('SUMMARY:A', 'DTSTART:20260101', 'SEQUENCE:0');
    const moved = event('SUMMARY:A', 'DTSTART:20260105', 'SEQUENCE:1');
    const { holidays, skipped } = parseIcs(file(first, moved), 'UTC', now);
    expect(holidays.map(({ date }) => date)).toEqual(['2026-01-05']);
    expect(skipped).toEqual([{ name: 'A', why: 'outdated', date: '2026-01-01' }]);
  });

  it('moves all occurrences from one on where the file says so', () => {
    const weekly = event('SUMMARY:A', 'DTSTART:20260105', 'RRULE:FREQ=WEEKLY;COUNT=3');
    const later = event('SUMMARY:A', 'DTSTART:20260113', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20260112');
    const { holidays } = parseIcs(file(weekly, later), 'UTC', now);
    expect(holidays.map(({ date }) => date)).toEqual(['2026-01-05', '2026-01-13', '2026-01-20']);
  });

  it('leaves out what lasts longer than a year', () => {
    expect(datesOf('SUMMARY:X', 'DTSTART:19000101', 'DTEND:99990101')).toEqual({
      dates: [],
      skipped: [{ name: 'X', why: 'longerThanAYear', date: '1900-01-01' }],
    });
  });

  it('reads a large file within seconds, and no more days than anybody looks through', async () => {
    const many = Array.from({ length: 25_000 }, (_, n) =>
      event(
        `UID:${n}`,
        `SUMMARY:Day ${n}`,
        `DTSTART;VALUE=DATE:2027${n % 2 ? '0101' : '0501'}`,
        'DESCRIPTION:x',
      ),
    );
    const daily = Array.from({ length: 300 }, (_, n) =>
      event(`UID:d${n}`, `SUMMARY:Daily ${n}`, 'DTSTART;VALUE=DATE:19700101', 'RRULE:FREQ=DAILY'),
    );
    const taken = await processorMs(() => {
      expect(parseIcs(file(...many), 'UTC', now).holidays).toHaveLength(25_000);
      const { holidays, skipped } = parseIcs(file(...daily), 'UTC', now);
      expect(holidays.length).toBeLessThan(33_000);
      expect(skipped.at(-1)).toEqual({ name: 'Daily 299', why: 'tooManyDays' });
    });
    expect(taken / 1_000).toBeLessThan(10);
  });

  it('refuses what is not iCalendar', () => {
    expect(() => parseIcs('<html></html>', 'Europe/Berlin', now)).toThrow(NotAnIcsError);
    expect(() => parseIcs('', 'Europe/Berlin', now)).toThrow(NotAnIcsError);
  });
});
