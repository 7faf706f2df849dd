import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import type { Band, Commitment, FinanceTerms } from '../../engine/model';
import { commitmentResult } from './commitment';
import { complianceOf } from './compliance';
import { settle } from './money';
import { reaches, roomOf } from './share';
import { NO_TALLY } from './tally';

const tally = (met: number, breached: number) => ({ ...NO_TALLY, met, breached, excused: 7, open: 3 });

describe('compliance', () => {
  it('is met of met and breached, whatever was excused or is still open', () => {
    expect(complianceOf(tally(97, 3), { target: 95, atRisk: 97 })).toEqual({
      met: 97,
      counted: 100,
      percent: 97,
      state: 'onTrack',
      milestones: [
        { kind: 'atRisk', percent: 97, room: { kind: 'bears', breaches: 0 } },
        { kind: 'target', percent: 95, room: { kind: 'bears', breaches: 2 } },
      ],
    });
  });

  it('is at risk below the one threshold and missed below the other', () => {
    expect(complianceOf(tally(96, 4), { target: 95, atRisk: 97 }).state).toBe('atRisk');
    expect(complianceOf(tally(94, 6), { target: 95, atRisk: 97 }).state).toBe('missed');
  });

  it('is never shown as the target it misses', () => {
    const { percent, state } = complianceOf(tally(94_999, 5_001), { target: 95 });
    expect([percent, state]).toEqual([94.99, 'missed']);
  });

  it('is no data before anything has finished, and only measured without a target', () => {
    expect(complianceOf(tally(0, 0), { target: 95 })).toMatchObject({ state: 'noData', percent: null });
    expect(complianceOf(tally(1, 1), undefined)).toMatchObject({ state: 'measured', milestones: [] });
  });
});

describe('the room above a threshold', () => {
  const counts = fc.tuple(fc.nat(5_000), fc.nat(5_000)).filter(([met, breached]) => met + breached > 0);
  const percents = fc.integer({ min: 0, max: 10_000 }).map((parts) => parts / 100);

  it('is exactly the breaches it bears, and exactly the successes it needs', () => {
    fc.assert(
      fc.property(counts, percents, ([met, breached], percent) => {
        const all = met + breached;
        const room = roomOf(met, all, percent);
        switch (room.kind) {
          case 'bears':
            expect(reaches(met, all + room.breaches, percent)).toBe(true);
            expect(reaches(met, all + room.breaches + 1, percent)).toBe(false);
            break;
          case 'needs':
            expect(reaches(met + room.met, all + room.met, percent)).toBe(true);
            expect(reaches(met + room.met - 1, all + room.met - 1, percent)).toBe(false);
            break;
          case 'unlimited':
            expect(percent).toBe(0);
            break;
          case 'lost':
            expect([percent, breached > 0]).toEqual([100, true]);
        }
      }),
    );
  });
});

describe('money', () => {
  const band = (kind: Band['kind'], at: number, share: number): Band => ({
    id: `${kind}${at}`,
    kind,
    at,
    share,
  });
  const finance: FinanceTerms = {
    currency: 'EUR',
    charge: 1_000_050,
    bands: [band('credit', 95, 5), band('credit', 90, 10), band('reward', 99, 1)],
    breachCost: 20_000,
  };

  it.each([
    [100, 0, 'reward99', 10_001],
    [99, 1, 'reward99', 10_001],
    [98, 2, undefined, 0],
    [95, 5, undefined, 0],
    [94, 6, 'credit95', 50_003],
    [90, 10, 'credit95', 50_003],
    [89, 11, 'credit90', 100_005],
  ])('of %d met and %d breached is that of the band %s', (met, breached, id, due) => {
    const settled = settle(finance, tally(met, breached));
    expect([settled.band?.id, settled.due]).toEqual([id, due]);
    expect(settled.impact).toEqual({ breaches: breached, each: 20_000, total: breached * 20_000 });
  });

  it('is due to nobody while nothing has finished', () => {
    expect(settle(finance, tally(0, 0))).toMatchObject({ band: null, due: 0, impact: { total: 0 } });
  });
});

describe('a commitment', () => {
  const commitment = (parts: Partial<Commitment>): Commitment => ({
    id: 'c',
    name: 'Satisfaction',
    unit: '',
    direction: 'atLeast',
    target: 4.3,
    source: { kind: 'manual' },
    ...parts,
  });

  it('is kept from its target on, in its direction', () => {
    const of = (value: number, parts: Partial<Commitment> = {}) =>
      commitmentResult(commitment(parts), { kind: 'value', value }).state;
    expect([of(4.3), of(4.29)]).toEqual(['met', 'missed']);
    expect([of(4.3, { direction: 'atMost' }), of(4.31, { direction: 'atMost' })]).toEqual(['met', 'missed']);
  });

  it('compares a share exactly, and knows nothing of a share of nothing', () => {
    const rate = commitment({ direction: 'atMost', target: 5 });
    const of = (matching: number, among: number) =>
      commitmentResult(rate, { kind: 'share', matching, among });
    expect(of(5, 100)).toEqual({ value: 5, state: 'met' });
    expect(of(50_001, 1_000_000)).toEqual({ value: 5, state: 'missed' });
    expect(of(0, 0)).toEqual({ value: null, state: 'noData' });
    expect(commitmentResult(rate, undefined).state).toBe('noData');
  });
});
