import { describe, expect, test } from '@jest/globals';
import { SiteClock } from '../clock/site-clock';
import { openDatabase } from '../database';
import type { ScheduleModel } from '../manifest/schema';
import { Schedules } from './schedules';

const START = Date.parse('2026-03-02T09:00:00Z');
const MINUTE = 60_000;
const DAY = 86_400_000;

const site = (schedules: readonly ScheduleModel[], db = openDatabase(':memory:')) => {
  const clock = new SiteClock({ running: false, offset: 0, standingAt: START, onMove: () => undefined });
  const runs: { readonly key: string; readonly at: number }[] = [];
  const source = new Schedules({
    db,
    schedules,
    now: () => clock.now(),
    run: async ({ key }) => void runs.push({ key, at: clock.now() - START }),
  });
  clock.add(source);
  return { clock, runs, source, db };
};
const tick: ScheduleModel = { key: 'tick', functionKey: 'onTick', interval: 'fiveMinute' };

describe('scheduled triggers', () => {
  test('start five minutes after installation and keep their pace', async () => {
    const { clock, runs } = site([tick]);
    await clock.advance(16 * MINUTE);
    expect(runs.map((run) => run.at / MINUTE)).toEqual([5, 10, 15]);
  });

  test('each interval has its own pace', async () => {
    const { clock, runs } = site([tick, { key: 'hourly', functionKey: 'f', interval: 'hour' }]);
    await clock.advance(70 * MINUTE);
    expect(runs.filter((run) => run.key === 'hourly').map((run) => run.at / MINUTE)).toEqual([5, 65]);
    expect(runs.filter((run) => run.key === 'tick')).toHaveLength(14);
  });

  test('a jump of a day runs every one of 288 ticks', async () => {
    const { clock, runs } = site([tick]);
    await clock.advance(DAY);
    expect(runs).toHaveLength(288);
  });

  test('a jump of a month runs at most some hundreds, evenly, and the last one', async () => {
    const { clock, runs } = site([tick]);
    await clock.advance(30 * DAY);
    expect(runs.length).toBeLessThanOrEqual(602);
    expect(runs.length).toBeGreaterThan(500);
    expect(runs.at(-1)?.at).toBe(30 * DAY);
    await clock.advance(5 * MINUTE);
    expect(runs.at(-1)?.at).toBe(30 * DAY + 5 * MINUTE);
  });

  test('what is next survives a restart', async () => {
    const first = site([tick]);
    await first.clock.advance(6 * MINUTE);
    const second = site([tick], first.db);
    expect(second.source.list()).toEqual([{ key: 'tick', nextAt: START + 10 * MINUTE }]);
  });
});
