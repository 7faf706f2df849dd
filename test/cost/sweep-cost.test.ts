/** The budget of a tick: an empty one is one query; what is open but not due costs nothing. */
import { beforeEach, expect, jest, test } from '@jest/globals';
import { T0 } from '../../src/sla/testing/world';
import { planDue, siteWith, sweepCalls } from './sweep-site';

beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(T0));

test('an empty sweep is one query and nothing else', async () => {
  const site = await siteWith(1_000, 0);
  expect(await site.measure(planDue)).toMatchObject({ reads: 1, writes: 0, restReads: 0 });
  expect(site.forge.pushed).toEqual([]);
});

test('a sweep costs what is due, not what is open', async () => {
  const few = await sweepCalls(1_000, 50);
  const many = await sweepCalls(100_000, 50);
  expect(few).toBeGreaterThan(1);
  expect(many).toBeLessThanOrEqual(few * 1.3);
});
