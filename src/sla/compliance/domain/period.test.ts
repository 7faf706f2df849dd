import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import type { PeriodKind, ReviewTerms } from '../../engine/model';
import { periodAt, periodBefore, periodOfKey } from './period';

const berlin = (period: PeriodKind): ReviewTerms => ({ period, zone: 'Europe/Berlin' });
const iso = (at: number): string => new Date(at).toISOString();

describe('a review period', () => {
  it('is a calendar month of its zone, midnight to midnight', () => {
    const { key, from, to } = periodAt(berlin('month'), Date.UTC(2026, 2, 31, 22, 30));
    expect([key, iso(from), iso(to)]).toEqual([
      '2026-04',
      '2026-03-31T22:00:00.000Z',
      '2026-04-30T22:00:00.000Z',
    ]);
  });

  it('keeps its midnights over a change of the clocks', () => {
    const { from, to } = periodAt(berlin('month'), Date.UTC(2026, 9, 15));
    expect([iso(from), iso(to)]).toEqual(['2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z']);
  });

  it('is a quarter', () => {
    const { key, from, to } = periodAt(berlin('quarter'), Date.UTC(2026, 10, 26));
    expect([key, iso(from), iso(to)]).toEqual([
      '2026-Q4',
      '2026-09-30T22:00:00.000Z',
      '2026-12-31T23:00:00.000Z',
    ]);
  });

  it('is thirty days, the present one the last', () => {
    const { key, from, to } = periodAt(berlin('rolling30'), Date.UTC(2026, 10, 26, 12));
    expect([key, iso(from), iso(to)]).toEqual([
      '2026-11-26',
      '2026-10-27T23:00:00.000Z',
      '2026-11-26T23:00:00.000Z',
    ]);
  });

  it('begins after the gap where midnight is skipped', () => {
    const { from } = periodAt({ period: 'rolling30', zone: 'Africa/Cairo' }, Date.UTC(2026, 4, 23, 12));
    expect(iso(from)).toBe('2026-04-23T22:00:00.000Z');
  });

  it.each(['2026-13', '2026-Q5', '2026-02-30', '2026-11', ''])('is no quarter with the key "%s"', (key) => {
    expect(periodOfKey(berlin('quarter'), key)).toBeNull();
  });

  it('holds its instant, follows the one before without a hole, and is found again by its key', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<PeriodKind>('month', 'quarter', 'rolling30'),
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'),
        fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) }),
        (period, zone, at) => {
          const review = { period, zone };
          const now = periodAt(review, at);
          const before = periodBefore(review, now);
          expect(now.from <= at && at < now.to).toBe(true);
          expect(periodOfKey(review, now.key)).toEqual(now);
          expect(before.key < now.key && before.from < now.from).toBe(true);
          if (period !== 'rolling30') expect(before.to).toBe(now.from);
        },
      ),
      { numRuns: 60 },
    );
  });
});
