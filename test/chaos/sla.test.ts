/** However events, calls and handlers fail: after reconciliation every record is a replay, every escalation happened once. */
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { advance, dueEscalations, open, replay, stateOf, withoutEarlier } from '../../src/sla/engine';
import { childFacts, crossingsOf } from '../../src/sla/engine/related';
import { reportAt, doneKeys } from '../../src/sla/clocks/follow/compose';
import { historyOf } from '../../src/sla/clocks/follow/rebuild';
import { delivery, HOUR, MINUTE, STATUS, withChildren } from '../../src/sla/testing/definitions';
import { T0 } from '../../src/sla/testing/world';
import { ChaosSite, seeded, type Random } from './chaos-site';

/** `CHAOS=5000 npx jest test/chaos` for the long run. */
const HISTORIES = Number(process.env['CHAOS'] ?? 300);
const AT_ONCE = 50;
const FAMILY_MEMBERS = 30;
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

async function weathered(
  seed: number,
  count: number,
  prepare: (site: ChaosSite) => void = () => undefined,
): Promise<ChaosSite> {
  const random = seeded(seed);
  const site = new ChaosSite(random);
  prepare(site);
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
      const { facts, ...head } = historyOf(full, { facts: record.facts }, world.definitions);
      const replayed = advance(world.definitions, open(world.definitions, head), facts);
      const { metrics } = reportAt(world.definitions, replayed, world.time);
      const truth = withoutEarlier(replayed, metrics);
      expect({ id, f: record.state.fields, m: record.state.runs }).toEqual({
        id,
        f: truth.fields,
        m: truth.runs,
      });

      const keys = world.keys(id);
      expect({ id, twice: keys.filter((key, index) => keys.indexOf(key) !== index) }).toEqual({
        id,
        twice: [],
      });
      // A claim may be left of an attempt that died before its clock stopped or paused: nothing is due of it.
      expect(dueEscalations(world.definitions, truth, world.time, doneKeys(record.acts)).fire).toEqual([]);
      const done = Object.entries(record.acts).filter(([, act]) => act === 'd');
      for (const [key] of done) expect(keys).toContain(`${key}#0`);
      expect(keys.every((key) => key.startsWith(`${delivery.id}:`))).toBe(true);
    }
  }, 60_000);
});

/** Each second work item is a part of the one before; parts are moved to other work items, and some are deleted. */
function liveAsFamilies(site: ChaosSite, count: number, random: Random): void {
  const { jira } = site.world;
  const wholes = Array.from({ length: count / 2 }, (_, index) => String(2000 + 2 * index));
  for (const id of wholes) {
    live(site, id, random);
    const part = String(Number(id) + 1);
    const born = T0 + 2 * HOUR + Math.floor(random() * HOUR);
    site.at(born, () => site.deliver(jira.create(part, { priority: '5', parent: id })));
    for (let deed = 0; deed < 6; deed += 1)
      site.at(born + MINUTE + Math.floor(random() * 6 * HOUR), () => {
        if (!jira.issues.has(part)) return;
        const what = random();
        if (what < 0.15) site.deliver(jira.change(part, { parent: pick(random, wholes) }));
        else if (what < 0.2) site.deliver(jira.remove(part));
        else site.deliver(jira.change(part, { status: pick(random, Object.values(STATUS)) }));
      });
  }
}

/** What the parts of a work item have to tell it, from their own histories. */
function saidBelow({ world }: ChaosSite, parent: string): readonly object[] {
  const crossings = crossingsOf(world.definitions);
  return [...world.jira.issues.keys()].flatMap((id) => {
    const full = world.jira.history(id);
    const record = world.record(id);
    if (full === null || record === null || !record.parents?.includes(parent)) return [];
    const history = historyOf(full, { facts: record.facts }, world.definitions);
    const report = replay(world.definitions, history, world.time, { trace: true });
    return crossings.flatMap((crossing) => childFacts(crossing, report));
  });
}

describe.each(seeds.slice(0, Math.ceil(seeds.length / 6)))('a stormy day of families, seed %i', (seed) => {
  test.each(['open', 'pause', 'breach'] as const)(
    'leaves every work item above knowing all that those below have to tell ("%s")',
    async (effect) => {
      const random = seeded(seed);
      const site = new ChaosSite(random);
      const { world } = site;
      world.definitions = withChildren(effect);
      liveAsFamilies(site, FAMILY_MEMBERS, random);
      site.schedule(T0, T0 + DAY + 3 * HOUR);
      site.at(T0 + DAY, () => {
        site.weather = { lost: 0, doubled: 0, late: 0, failing: 0 };
      });
      await site.run();
      let told = 0;
      for (const id of world.jira.issues.keys()) {
        const record = world.record(id);
        const full = world.jira.history(id);
        if (record === null || full === null) throw new Error(`issue ${id} has no record`);
        const { parent } = world.jira.issue(id).values;
        const above = record.state.runs.some((run) => run.id === 'part' && run.cycles.length > 0);
        if (above && record.parents !== undefined) expect(record.parents).toEqual([parent]);
        const truth = stateOf(world.definitions, historyOf(full, { facts: record.facts }, world.definitions));
        const { metrics } = reportAt(world.definitions, truth, world.time);
        expect({ id, m: record.state.runs }).toEqual({ id, m: withoutEarlier(truth, metrics).runs });
        const alive = record.facts.filter(
          (fact) => fact.kind !== 'child' || world.jira.issues.has(fact.issueId),
        );
        expect(new Set(alive.map((fact) => JSON.stringify(fact)))).toEqual(
          new Set(saidBelow(site, id).map((fact) => JSON.stringify(fact))),
        );
        const ofDeleted = record.facts.filter((fact) => !alive.includes(fact));
        const lastOf = new Map(ofDeleted.map((fact) => ['issueId' in fact ? fact.issueId : '', fact]));
        for (const fact of lastOf.values()) expect(fact).not.toMatchObject({ what: 'pauses' });
        told += record.facts.length;
      }
      expect(told).toBeGreaterThan(0);
    },
    60_000,
  );
});

/** Quiet from the second to the seventh hour; the warning changes the issue too. */
function quieten({ world }: ChaosSite): void {
  world.policy = {
    ...world.policy,
    quiet: { kind: 'hours', zone: 'UTC', from: '11:00', to: '16:00', days: [] },
  };
  const escalations = delivery.escalations.map((level) => ({
    ...level,
    actions: [...level.actions, { kind: 'property', key: `alert-${level.id}` } as const],
  }));
  const metrics = world.definitions.metrics.map((metric) =>
    metric.id === delivery.id ? { ...metric, escalations } : metric,
  );
  world.definitions = { ...world.definitions, metrics };
}

const QUIET_FROM = T0 + 2 * HOUR;
const QUIET_TO = T0 + 7 * HOUR;

// A third of the weather is enough here: what differs from the day above is only who is told when.
describe.each(seeds.slice(0, Math.ceil(seeds.length / 3)))(
  'a stormy day with quiet hours, seed %i',
  (seed) => {
    test('tells everybody everything once, nobody in quiet hours, and many things in one message', async () => {
      const { world } = await weathered(seed, AT_ONCE, quieten);
      for (const id of world.jira.issues.keys()) {
        const record = world.record(id);
        if (record === null) throw new Error(`issue ${id} has no record`);
        const { comments } = world.jira.issue(id);
        const told = comments.filter(({ key }) => key !== undefined);
        const keys = told.map(({ key }) => key);
        expect({ id, twice: keys.filter((key, index) => keys.indexOf(key) !== index) }).toEqual({
          id,
          twice: [],
        });
        const early = told.filter(({ created }) => created >= QUIET_FROM && created < QUIET_TO);
        expect({ id, early }).toEqual({ id, early: [] });
        const open = Object.values(record.acts).filter((act) => typeof act === 'object' && act[0] === 'h');
        expect({ id, paused: record.nextAt === undefined || open.length === 0 }).toEqual({
          id,
          paused: true,
        });
        for (const [key] of Object.entries(record.acts).filter(([, act]) => act === 'd'))
          expect(keys).toContain(`${key}#0`);
      }
      // A digest is noted before it is sent, so that it is never sent twice; what it tells of mentions nobody again.
      const bodies = world.sent.map(({ to, text }) => `${to} ${text}`);
      expect(new Set(bodies).size).toBe(bodies.length);
      expect(world.sent.length).toBeLessThanOrEqual(world.digests.size);
    }, 60_000);
  },
);

test('quiet hours end in digests for those with many issues', async () => {
  const { world } = await weathered(1, 50, (site) => {
    site.weather = { lost: 0, doubled: 0, late: 0, failing: 0 };
    quieten(site);
  });
  expect(world.sent.length).toBeGreaterThan(0);
  for (const { text } of world.sent) expect(text.match(/\/browse\//g)?.length).toBeGreaterThan(5);
});
