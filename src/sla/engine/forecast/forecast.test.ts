import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOUR } from '../testing/build';
import { backTest } from './back-test';
import { FEWEST, forecastOf } from './forecast';
import { keyOfIssue } from './key-of-issue';
import type { Course, Forecast, Position } from './model';
import { onlyNaming, packed, packedCourseSchema, unpacked } from './pack';
import * as v from 'valibot';

/** An hour in New, the rest in Doing. */
const course = (hours: number, key = 'i:laptop', goalId = '8h', targetMs = 8 * HOUR): Course => ({
  key,
  goalId,
  totalMs: hours * HOUR,
  targetMs,
  breached: hours * HOUR > targetMs,
  stages: [
    { status: 'New', fromMs: 0, spentMs: HOUR },
    { status: 'Doing', fromMs: HOUR, spentMs: (hours - 1) * HOUR },
  ],
});
const courses = (key: string, ...hours: readonly number[]): readonly Course[] =>
  hours.map((each) => course(each, key));
const doing = (spent: number, key = 'i:laptop'): Position => ({
  key,
  goalId: '8h',
  elapsedMs: (spent + 1) * HOUR,
  stage: { status: 'Doing', spentMs: spent * HOUR },
});
const LAPTOPS = courses('i:laptop', 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

describe('a forecast', () => {
  it('compares what is left with what similar ones still needed from there', () => {
    expect(forecastOf(LAPTOPS, doing(3), 2 * HOUR)).toEqual({
      among: 'similar',
      count: 9,
      longer: 6,
      medianMs: 4 * HOUR,
      leftMs: 2 * HOUR,
      likely: true,
      confidence: 'low',
    });
  });

  it('leaves those out that had not been in the status for as long', () => {
    expect(forecastOf(LAPTOPS, doing(2), HOUR)?.count).toBe(10);
    expect(forecastOf(LAPTOPS, doing(4), HOUR)?.count).toBe(8);
  });

  it('is no forecast with fewer than eight', () => {
    expect(forecastOf(LAPTOPS, doing(4.5), HOUR)).toBeNull();
    expect(forecastOf([], doing(1), HOUR)).toBeNull();
    expect(forecastOf(LAPTOPS, { ...doing(1), stage: { status: 'Lost', spentMs: 0 } }, HOUR)).toBeNull();
  });

  it('takes those of the same goal where too few are alike, and else everything the metric measures', () => {
    const weeks = [40, 41, 42].map((hours) => course(hours, 'i:desk', '40h'));
    const few = [...LAPTOPS.slice(0, FEWEST - 2), ...weeks];
    expect(forecastOf(few, doing(0), HOUR)).toMatchObject({ among: 'all', count: 9 });
    const more = [...few, ...courses('i:phone', 20, 21)];
    expect(forecastOf(more, doing(0), HOUR)).toMatchObject({ among: 'goal', count: 8 });
    expect(forecastOf([...more, course(9), course(9)], doing(0), HOUR)).toMatchObject({
      among: 'similar',
      count: 8,
    });
  });

  it('is likely to be breached when more than half needed longer: needing just what is left is in time', () => {
    const eight = courses('i:laptop', 2, 2, 2, 2, 6, 6, 6, 6);
    expect(forecastOf(eight, doing(0), 3 * HOUR)).toMatchObject({ longer: 4, likely: false });
    expect(forecastOf([...eight, course(6)], doing(0), 3 * HOUR)).toMatchObject({ longer: 5, likely: true });
    expect(forecastOf([...eight, course(6)], doing(0), 5 * HOUR)).toMatchObject({ longer: 0, likely: false });
  });

  it('is the surer the more it rests on', () => {
    const of = (n: number) => forecastOf(courses('i:laptop', ...Array<number>(n).fill(9)), doing(0), HOUR);
    expect([14, 15, 29, 30].map((n) => of(n)?.confidence)).toEqual(['low', 'medium', 'medium', 'high']);
  });

  describe('that does not know how long a clock has been in its status', () => {
    const standing = (status: string | undefined, elapsed: number): Position => ({
      key: 'i:laptop',
      goalId: '8h',
      elapsedMs: elapsed * HOUR,
      ...(status === undefined ? {} : { stage: { status } }),
    });

    it('asks those that were in the same status after as much working time', () => {
      const slow = courses('i:laptop', ...Array<number>(8).fill(30)).map((each) => ({
        ...each,
        stages: [{ status: 'New', fromMs: 0, spentMs: 30 * HOUR }],
      }));
      expect(forecastOf([...LAPTOPS, ...slow], standing('New', 4), HOUR)).toMatchObject({
        count: 8,
        medianMs: 26 * HOUR,
      });
    });

    it('asks those that were under way after as much, where too few were in that status or it is unknown', () => {
      const all = { count: 10, medianMs: 5.5 * HOUR };
      expect(forecastOf(LAPTOPS, standing('Lost', 2), HOUR)).toMatchObject(all);
      expect(forecastOf(LAPTOPS, standing(undefined, 2), HOUR)).toMatchObject(all);
    });
  });
});

describe('every forecast', () => {
  const ms = fc.integer({ min: 0, max: 40 * HOUR });
  const courseArb: fc.Arbitrary<Course> = fc
    .record({
      key: fc.constantFrom('i:a', 't:1'),
      goalId: fc.constantFrom('8h', '24h'),
      spent: fc.array(ms, { minLength: 1, maxLength: 3 }),
      targetMs: fc.option(ms),
      breached: fc.boolean(),
    })
    .map(({ spent, ...rest }) => ({
      ...rest,
      totalMs: spent.reduce((sum, each) => sum + each, 0),
      stages: spent.map((spentMs, nth) => ({
        status: String(nth),
        fromMs: spent.slice(0, nth).reduce((sum, each) => sum + each, 0),
        spentMs,
      })),
    }));
  const known = fc.array(courseArb, { minLength: 0, maxLength: 40 });
  const stage = fc.record({ status: fc.constantFrom('0', '1') }, { requiredKeys: ['status'] });
  const place = fc.record({
    key: fc.constantFrom('i:a', 'i:b'),
    goalId: fc.constantFrom('8h', '4h'),
    elapsedMs: ms,
  });
  const position: fc.Arbitrary<Position> = fc
    .tuple(place, fc.option(stage), fc.option(ms))
    .map(([at, in_, spentMs]) => ({
      ...at,
      ...(in_ === null ? {} : { stage: { ...in_, ...(spentMs === null ? {} : { spentMs }) } }),
    }));

  it('rests on eight or more, and never says likely while the half needed less', () => {
    fc.assert(
      fc.property(known, position, ms, (all, from, left) => {
        const forecast = forecastOf(all, from, left);
        if (forecast === null) return;
        expect(forecast.count).toBeGreaterThanOrEqual(FEWEST);
        expect(forecast.longer).toBeLessThanOrEqual(forecast.count);
        expect(forecast.medianMs).toBeGreaterThanOrEqual(0);
        if (forecast.likely) expect(forecast.medianMs).toBeGreaterThan(left);
      }),
    );
  });

  it('is worse, or the same, with less time left', () => {
    fc.assert(
      fc.property(known, position, ms, ms, (all, from, one, other) => {
        const [more, less] = [Math.max(one, other), Math.min(one, other)];
        const [calm, tense] = [forecastOf(all, from, more), forecastOf(all, from, less)];
        expect(tense?.count).toBe(calm?.count);
        expect(tense?.longer ?? 0).toBeGreaterThanOrEqual(calm?.longer ?? 0);
        if (calm?.likely) expect(tense?.likely).toBe(true);
      }),
    );
  });

  it('grows worse, or stays, while time passes and the status is not looked at', () => {
    const share = (forecast: Forecast | null) => forecast && forecast.longer / forecast.count;
    fc.assert(
      fc.property(known, ms, ms, ms, (all, elapsed, passing, left) => {
        const at = (elapsedMs: number) => ({ key: 'i:b', goalId: '4h', elapsedMs });
        const before = share(forecastOf(all, at(elapsed), left + passing));
        const after = share(forecastOf(all, at(elapsed + passing), left));
        if (before !== null && after !== null) expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('does not depend on the order of what it was learned from', () => {
    fc.assert(
      fc.property(known, position, ms, (all, from, left) => {
        expect(forecastOf([...all].reverse(), from, left)).toEqual(forecastOf(all, from, left));
      }),
    );
  });

  it('is the same from what is stored, to the minute, and from what may be told of others', () => {
    fc.assert(
      fc.property(known, position, ms, (all, from, left) => {
        const stored = all.map(packed);
        expect(v.is(v.array(packedCourseSchema), JSON.parse(JSON.stringify(stored)))).toBe(true);
        expect(stored.map(unpacked).map(packed)).toEqual(stored);
        const told = onlyNaming(from.key, stored);
        expect(told.every(([key]) => key === from.key || key === '')).toBe(true);
        expect(forecastOf(told.map(unpacked), from, left)).toEqual(
          forecastOf(stored.map(unpacked), from, left),
        );
        expect(forecastOf(told.map(unpacked), from, left)?.medianMs ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('how good it would have been', () => {
  it('asks about each at half of its target, knowing only the others', () => {
    const late = courses('i:laptop', ...Array<number>(10).fill(12));
    const inTime = courses('i:phone', ...Array<number>(10).fill(6));
    const quick = courses('i:phone', 2, 3, 4);
    expect(backTest([...late, ...inTime, ...quick])).toEqual({
      asked: 20,
      called: 10,
      right: 10,
      breached: 10,
    });
  });

  it('counts what it would have called wrongly, and what it would have missed', () => {
    const mostlyLate = courses('i:laptop', 6, ...Array<number>(10).fill(12));
    expect(backTest(mostlyLate)).toEqual({ asked: 11, called: 11, right: 10, breached: 10 });
    const mostlyInTime = courses('i:laptop', 12, ...Array<number>(10).fill(6));
    expect(backTest(mostlyInTime)).toEqual({ asked: 11, called: 0, right: 0, breached: 1 });
  });

  it('says nothing of what promised nothing, or where too few are known', () => {
    const measured = LAPTOPS.map((each) => ({ ...each, targetMs: null }));
    expect(backTest(measured)).toEqual({ asked: 0, called: 0, right: 0, breached: 0 });
    expect(backTest(LAPTOPS.slice(0, FEWEST)).asked).toBe(0);
  });
});

describe('what a work item is alike to', () => {
  const issuetype = { id: '10001', name: 'Service Request' };
  it.each([
    [{ fields: { issuetype }, properties: { 'pledge-request': { itemId: 'laptop' } } }, 'i:laptop'],
    [{ fields: { issuetype }, properties: { 'pledge-request': { itemId: 7 } } }, 't:10001'],
    [{ fields: { issuetype } }, 't:10001'],
    [{ fields: {} }, 't:'],
  ])('is its catalog item, else its work type: %#', (issue, key) => {
    expect(keyOfIssue(issue)).toBe(key);
  });
});
