import { describe, expect, it } from '@jest/globals';
import { untilMorning } from './clock-panel';

describe('the next morning', () => {
  it('is the next nine o’clock where the reader is', () => {
    const now = Date.parse('2026-11-02T22:30:00Z');
    expect(now + untilMorning(now, 'Europe/Berlin')).toBe(Date.parse('2026-11-03T08:00:00Z'));
    expect(now + untilMorning(now, 'Europe/Moscow')).toBe(Date.parse('2026-11-03T06:00:00Z'));
  });
});
