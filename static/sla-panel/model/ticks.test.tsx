import { prepareSurface } from '../../shared/testing/surface';
import { daysOf, ticksOf } from './ticks';

jest.mock('@forge/bridge', () => ({ view: {} }));

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);

beforeEach(() => {
  prepareSurface({ zone: 'Europe/Berlin', formatLocale: 'en-GB' });
});

describe('dates under an axis', () => {
  it('are times of day within a day, in the zone of the viewer', () => {
    const ticks = ticksOf({ from: at('2026-06-01T07:10:00Z'), to: at('2026-06-01T11:20:00Z') });
    expect(ticks.map(({ label }) => label)).toEqual(['10:00', '11:00', '12:00', '13:00']);
  });

  it('name the day where one begins', () => {
    const ticks = ticksOf({ from: at('2026-06-01T16:00:00Z'), to: at('2026-06-02T10:00:00Z') });
    expect(ticks.map(({ label }) => label)).toEqual(['21:00', 'Tue 2 Jun', '03:00', '06:00', '09:00']);
  });

  it('are days of a long cycle, at most eight, and none without room for its name', () => {
    const ticks = ticksOf({ from: at('2026-06-01T07:00:00Z'), to: at('2026-06-13T07:00:00Z') });
    expect(ticks.map(({ label }) => label)).toEqual([
      'Wed 3 Jun',
      'Fri 5 Jun',
      'Sun 7 Jun',
      'Tue 9 Jun',
      'Thu 11 Jun',
    ]);
  });

  it('follow the calendar where the clock changes', () => {
    const days = daysOf({ from: at('2026-03-28T12:00:00Z'), to: at('2026-03-30T12:00:00Z') });
    expect(days.map((day) => [day.date, (day.to - day.from) / HOUR])).toEqual([
      ['2026-03-28', 24],
      ['2026-03-29', 23],
      ['2026-03-30', 24],
    ]);
  });
});
