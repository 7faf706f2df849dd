import { describe, expect, test } from '@jest/globals';
import { FaultBox } from './fault-box';

const box = (faults: unknown) => {
  const made = new FaultBox();
  made.set(faults);
  return made;
};

describe('faults', () => {
  test('a new site does nothing wrong', () => {
    const made = new FaultBox();
    expect(made.planDelivery().delaysMs).toEqual([1000]);
    expect(made.failure('storage', 'POST', '/api/v1/get')).toBeUndefined();
    expect(made.crashesAfterWrite('f')).toBe(false);
    expect(made.staleness()).toBe(0);
  });

  test('the same seed gives the same misfortunes', () => {
    const faults = { seed: 7, events: { delayMs: [0, 60_000], duplicate: 0.3, drop: 0.3, reorder: 0.5 } };
    const plans = (made: FaultBox) => Array.from({ length: 50 }, () => made.planDelivery());
    expect(plans(box(faults))).toEqual(plans(box(faults)));
    expect(plans(box({ ...faults, seed: 8 }))).not.toEqual(plans(box(faults)));
  });

  test('events are dropped and doubled about as often as asked', () => {
    const made = box({ events: { duplicate: 0.5, drop: 0.2 } });
    const copies = Array.from({ length: 1000 }, () => made.planDelivery().delaysMs.length);
    const share = (count: number) => copies.filter((n) => n === count).length / 1000;
    expect(share(0)).toBeCloseTo(0.2, 1);
    expect(share(2)).toBeCloseTo(0.4, 1);
  });

  test('the next calls of a target fail as counted, by path and method', () => {
    const made = box({ next: [{ target: 'jira', status: 503, count: 2, path: '/issue', method: 'POST' }] });
    expect(made.failure('jira', 'GET', '/rest/api/3/issue/1')).toBeUndefined();
    expect(made.failure('confluence', 'POST', '/issue')).toBeUndefined();
    expect(made.failure('jira', 'POST', '/rest/api/3/issue')).toBe(503);
    expect(made.failure('jira', 'POST', '/rest/api/3/issue')).toBe(503);
    expect(made.failure('jira', 'POST', '/rest/api/3/issue')).toBeUndefined();
  });

  test('the n-th write kills, once, and only in the named function', () => {
    const made = box({ crash: { afterWrites: 2, functionKey: 'onWork' } });
    expect(made.crashesAfterWrite('other')).toBe(false);
    expect([1, 2, 3].map(() => made.crashesAfterWrite('onWork'))).toEqual([false, true, false]);
  });

  test('impossible chances are refused', () => {
    expect(() => box({ events: { drop: 1.5 } })).toThrow();
  });
});
