import { formatDateTime, formatRelative, formatTime, todayThere, zoneLabel, zonesDiffer } from './dates';
import { formatMoney } from './money';
import { shownParam } from './params';
import { prepareSurface } from './testing/surface';

const AT = Date.parse('2026-07-14T22:30:00Z');
const HOUR = 3_600_000;

beforeEach(() => {
  prepareSurface();
});

describe('dates on the screens', () => {
  it('are told in the zone of the viewer, or another', () => {
    expect(formatDateTime(AT)).toMatch(/Wed,? 15 Jul.*00:30/);
    expect(formatDateTime(AT, 'Europe/Moscow')).toMatch(/Wed,? 15 Jul.*01:30/);
    expect(formatDateTime(AT, 'America/New_York')).toMatch(/Tue,? 14 Jul.*18:30/);
  });

  it('follow the clock of the locale', () => {
    prepareSurface({ formatLocale: 'en-US' });
    expect(formatTime('2026-07-14T07:05:00Z')).toMatch(/^9:05\sAM$/);
    prepareSurface();
    expect(formatTime('2026-07-14T07:05:00Z')).toBe('09:05');
  });

  it('name the year only when it is another one', () => {
    expect(formatDateTime('2019-01-05T12:00:00Z')).toContain('2019');
  });

  it('differ between zones only where the clocks on the wall do', () => {
    expect(zonesDiffer(AT, 'Europe/Moscow')).toBe(true);
    expect(zonesDiffer(AT, 'Europe/Vienna')).toBe(false);
  });

  it('know which day it is where the viewer is', () => {
    expect(todayThere(AT)).toBe('2026-07-15');
    expect(todayThere(AT, 'America/New_York')).toBe('2026-07-14');
  });

  it('name a zone', () => {
    expect(zoneLabel('Europe/Berlin', AT)).toBe('CEST');
  });

  it.each([
    [-2 * HOUR, '2 hours ago'],
    [3 * 24 * HOUR, 'in 3 days'],
    [-20_000, 'now'],
    [-24 * HOUR, 'yesterday'],
  ])('are told from now: %d ms', (delta, words) => {
    expect(formatRelative(AT + delta, AT)).toBe(words);
  });
});

describe('durations', () => {
  it.each([
    [26 * HOUR, '1 day 2 hr'],
    [90 * 60_000, '1 hr 30 min'],
    [2 * 24 * HOUR + 60_000, '2 days'],
    [59_000, 'less than a minute'],
  ])('are told in their two largest units: %d ms', (ms, words) => {
    expect(shownParam({ kind: 'duration', ms })).toBe(words);
  });

  it('are told in the language of the screen, whatever numbers and dates look like', () => {
    prepareSurface({ locale: 'ru', formatLocale: 'de-DE' });
    expect(shownParam({ kind: 'duration', ms: 50 * HOUR })).toBe('2 дня 2 ч');
  });
});

describe('money', () => {
  it('shows cents only where there are any', () => {
    expect(formatMoney({ amount: 1190, currency: 'EUR' })).toBe('€1,190');
    expect(formatMoney({ amount: 9.5, currency: 'EUR' })).toBe('€9.50');
  });
});
