import { describe, expect, it } from '@jest/globals';
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

  it('says so when an event repeats too often to be taken whole', () => {
    const hourly = event(
      'SUMMARY:Bell',
      'DTSTART:20260101T000000Z',
      'DTEND:20260101T000500Z',
      'RRULE:FREQ=HOURLY',
    );
    expect(parseIcs(file(hourly), 'UTC', now).skipped).toEqual([{ name: 'Bell', why: 'tooMany' }]);
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
        { name: 'A', why: 'unknownZone', date: '2026-12-01' },
        { name: 'B', why: 'noDate' },
      ],
    });
  });

  it('refuses what is not iCalendar', () => {
    expect(() => parseIcs('<html></html>', 'Europe/Berlin', now)).toThrow(NotAnIcsError);
    expect(() => parseIcs('', 'Europe/Berlin', now)).toThrow(NotAnIcsError);
  });
});
