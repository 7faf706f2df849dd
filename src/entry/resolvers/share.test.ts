import { installFakeForge } from '../../../test/support/fake-forge';
import { admit, charge, dropShares } from './share';
import { unitsOf } from './units';

const SITE_UNITS_A_MINUTE = 4_000;
/** As many calls a minute as Forge itself lets one person make. */
const CALLS_A_MINUTE = 1_200;
const PROCESSES = 10;
const MINUTE_MS = 60_000;

beforeEach(() => {
  installFakeForge('ann');
  dropShares();
});

const tries = (accountId: string, now: number, name: string): number => {
  try {
    admit({ accountId }, now);
    charge({ accountId }, unitsOf(name), now);
    return unitsOf(name);
  } catch {
    return 0;
  }
};

/** When a process that is sent its part of all calls admits some, and what they cost. */
function admittedBy(process: number, name: string, minutes: number): readonly (readonly [number, number])[] {
  dropShares();
  const calls = (CALLS_A_MINUTE / PROCESSES) * minutes;
  return Array.from({ length: calls }, (_, nth) => {
    const at = (nth * MINUTE_MS * PROCESSES) / CALLS_A_MINUTE + process;
    return [at, tries('mallory', at, name)] as const;
  });
}

it.each(['portal.home', 'sla.board', 'settings.health'])(
  'leaves three quarters of every minute to others while one person sends %s as fast as Forge lets them',
  (name) => {
    const all = Array.from({ length: PROCESSES }, (_, process) => admittedBy(process, name, 4)).flat();
    for (let from = 0; from < 3 * MINUTE_MS; from += 1_000) {
      const within = all.filter(([at]) => at > from && at <= from + MINUTE_MS);
      const units = within.reduce((sum, [, each]) => sum + each, 0);
      expect(units).toBeLessThanOrEqual(SITE_UNITS_A_MINUTE / 4);
    }
  },
);

it('lets a person work: a page every three seconds, minute after minute', () => {
  for (let nth = 0; nth < 120; nth += 1) expect(tries('ann', nth * 3_000, 'portal.home')).toBeGreaterThan(0);
});

it('refuses one person, and neither others nor the same person of another site', () => {
  while (tries('ann', 0, 'portal.home') > 0);
  expect(() => admit({ accountId: 'ann' }, 1)).toThrow(
    expect.objectContaining({ code: 'TOO_OFTEN', retryable: true }) as Error,
  );
  expect(tries('rita', 1, 'portal.home')).toBeGreaterThan(0);
  installFakeForge('ann', true, 'elsewhere');
  expect(tries('ann', 1, 'portal.home')).toBeGreaterThan(0);
});

it('lets them go on when a minute has passed', () => {
  while (tries('ann', 0, 'portal.home') > 0);
  expect(tries('ann', MINUTE_MS - 1, 'portal.home')).toBe(0);
  expect(tries('ann', MINUTE_MS, 'portal.home')).toBeGreaterThan(0);
});
