import { describe, expect, it } from '@jest/globals';
import { readInstant } from './instant-text';

describe('readInstant', () => {
  it.each([
    ['2026-06-01T09:00:00Z', '2026-06-01T09:00:00.000Z'],
    ['2026-06-01T09:00Z', '2026-06-01T09:00:00.000Z'],
    ['2026-06-01T09:00:00.1234+02:00', '2026-06-01T07:00:00.123Z'],
    ['2026-06-01T09:00:00.000-0330', '2026-06-01T12:30:00.000Z'],
    ['2026-06-01T00:30+02', '2026-05-31T22:30:00.000Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(readInstant(text)).toBe(Date.parse(instant));
  });

  it.each([
    ['2026', 'form'],
    ['2026-06-01', 'form'],
    ['soon', 'form'],
    ['2026-06-01 09:00:00Z', 'form'],
    ['2026-06-01T24:00:00Z', 'form'],
    ['2026-06-01T09:60:00Z', 'form'],
    ['2026-02-30T09:00:00Z', 'day'],
    ['2026-13-01T09:00:00Z', 'day'],
    ['2026-02-29T09:00:00+01:00', 'day'],
    ['2026-06-01T09:00:00', 'zone'],
  ])('refuses %s: %s', (text, fault) => {
    expect(readInstant(text)).toBe(fault);
  });
});
