/** What the screens most often opened cost of storage, with as much on the site as the app promises to carry. */
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { storageDollars } from '../../bench/cost/prices';
import { type LargeSite, largeSite } from './large-site';

const NOW = Date.UTC(2026, 5, 1, 9);
/** Of a hundred calls, how many reach a process that has been asked before. */
const WARM = 95;

let site: LargeSite;
beforeAll(async () => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  site = await largeSite(NOW);
}, 120_000);
afterAll(() => {
  jest.useRealTimers();
});

it.each([
  ['home', 2],
  ['item', 1],
  ['board', 4],
] as const)('the %s costs at most $%d a million calls', async (screen, most) => {
  const cold = storageDollars(await site.cost(screen, 'cold'));
  const warm = storageDollars(await site.cost(screen, 'warm'));
  expect((WARM * warm + (100 - WARM) * cold) / 100).toBeLessThanOrEqual(most);
});

it('the home reads at most 70 units in a process that has kept nothing', async () => {
  expect((await site.cost('home', 'cold')).units).toBeLessThanOrEqual(70);
});

it('a board reads no record a second time', async () => {
  await site.cost('board', 'cold');
  const { bytes } = await site.cost('board', 'warm');
  expect(bytes).toBeLessThanOrEqual(300 * 200);
});
