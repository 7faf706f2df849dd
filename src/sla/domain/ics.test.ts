import { describe, expect, it } from '@jest/globals';
import { NotAnIcsError, parseIcs } from './ics';

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
      { name: 'X', why: 'duplicate' },
      { name: 'Y', why: 'cancelled' },
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

  it('refuses what is not iCalendar', () => {
    expect(() => parseIcs('<html></html>', 'Europe/Berlin', now)).toThrow(NotAnIcsError);
    expect(() => parseIcs('', 'Europe/Berlin', now)).toThrow(NotAnIcsError);
  });
});
