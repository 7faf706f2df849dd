import { describe, expect, it } from '@jest/globals';
import { after, before, BERLIN, localDate, MOSCOW } from './worktime';

const at = (text: string): number => Date.parse(text);

describe('working time', () => {
  it('runs over a night and a week-end', () => {
    expect(after(at('2026-10-30T15:00:00Z'), 2, BERLIN)).toBe(at('2026-11-02T09:00:00Z'));
    expect(after(at('2026-11-02T15:00:00Z'), 9, MOSCOW)).toBe(at('2026-11-03T15:00:00Z'));
  });

  it('starts at the opening when it is asked at night', () => {
    expect(after(at('2026-11-02T02:00:00Z'), 1, BERLIN)).toBe(at('2026-11-02T09:00:00Z'));
  });

  it('runs backwards by the same rules', () => {
    expect(before(at('2026-11-02T09:00:00Z'), 2, BERLIN)).toBe(at('2026-10-30T15:00:00Z'));
    expect(before(at('2026-11-01T12:00:00Z'), 1, BERLIN)).toBe(at('2026-10-30T15:00:00Z'));
  });

  it('keeps the wall time over a change of summer time', () => {
    expect(after(at('2026-10-23T14:00:00Z'), 8, BERLIN)).toBe(at('2026-10-26T15:00:00Z'));
  });

  it('names the day of the place', () => {
    expect(localDate(at('2026-11-02T22:30:00Z'), 0, MOSCOW)).toBe('2026-11-03');
    expect(localDate(at('2026-11-02T22:30:00Z'), 0, BERLIN)).toBe('2026-11-02');
  });
});
