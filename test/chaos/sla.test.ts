/** However events, calls and handlers fail: after reconciliation every record is a replay, every escalation happened once. */
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { advance, dueEscalations, open } from '../../src/sla/domain';
import { settledKeys } from '../../src/sla/runtime/compose';
import { historyOf } from '../../src/sla/runtime/rebuild';
import { delivery, HOUR, MINUTE, STATUS } from '../../src/sla/testing/definitions';
import { T0 } from '../../src/sla/testing/world';
import { ChaosSite, seeded, type Random } from './chaos-site';

/** `CHAOS=5000 npx jest test/chaos` for the long run. */
const HISTORIES = Number(process.env['CHAOS'] ?? 300);
const AT_ONCE = 50;
const DAY = 10 * HOUR;

const pick = <T>(random: Random, from: readonly T[]): T => {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
};

/** One issue's life: created, then up to twelve random changes and comments within ten hours. */
function live(site: ChaosSite, id: string, random: Random): void {
  const born = T0 + Math.floor(random() * 2 * HOUR);
  const { jira } = site.world;
  site.at(born, () => site.deliver(jira.create(id, { priority: pick(random, ['1', '3']) })));
  const deeds = Math.floor(random() * 12);
  for (let deed = 0; deed < deeds; deed += 1) {
    site.at(born + MINUTE + Math.floor(random() * (DAY - 3 * HOUR)), () => {
      const what = random();
      if (what < 0.45) {
        const others = Object.values(STATUS).filter((status) => status !== jira.issue(id).values.status);
        site.deliver(jira.change(id, { status: pick(random, others) }));
      } else if (what < 0.65) {
        const priority = jira.issue(id).values.priority === '1' ? '3' : '1';
        site.deliver(jira.change(id, { priority }));
      } else if (what < 0.75) site.deliver(jira.change(id, { assignee: pick(random, ['ann', 'ben', null]) }));
      else site.deliver(jira.comment(id, pick(random, ['ann', 'rita']), { public: random() < 0.7 }));
    });
  }
}

async function weathered(seed: number, count: number): Promise<ChaosSite> {
  const random = seeded(seed);
  const site = new ChaosSite(random);
  for (let index = 0; index < count; index += 1) live(site, String(1000 + index), random);
  site.schedule(T0, T0 + DAY + 3 * HOUR);
  site.at(T0 + DAY, () => {
    site.weather = { lost: 0, doubled: 0, late: 0, failing: 0 };
  });
  await site.run();
  return site;
}

const seeds = Array.from({ length: Math.ceil(HISTORIES / AT_ONCE) }, (_, index) => index + 1);

beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined));

describe.each(seeds)('a stormy day, seed %i', (seed) => {
  test('leaves every record equal to a replay and every escalation done exactly once', async () => {
    const { world } = await weathered(seed, AT_ONCE);
    for (const id of world.jira.issues.keys()) {
      const record = world.record(id);
      const full = world.jira.history(id);
      if (record === null || full === null) throw new Error(`issue ${id} has no record`);
      const { facts, ...head } = historyOf(full, record.facts, world.definitions);
      const truth = advance(world.definitions, open(world.definitions, head), facts);
      expect({ id, f: record.state.f, m: record.state.m }).toEqual({ id, f: truth.f, m: truth.m });

      const keys = world.keys(id);
      expect({ id, twice: keys.filter((key, index) => keys.indexOf(key) !== index) }).toEqual({
        id,
        twice: [],
      });
      // A claim may be left of an attempt that died before its clock stopped or paused: nothing is due of it.
      expect(dueEscalations(world.definitions, truth, world.time, settledKeys(record.acts)).fire).toEqual([]);
      const done = Object.entries(record.acts).filter(([, act]) => act === 'd');
      for (const [key] of done) expect(keys).toContain(`${key}#0`);
      expect(keys.every((key) => key.startsWith(`${delivery.id}:`))).toBe(true);
    }
  }, 60_000);
});
