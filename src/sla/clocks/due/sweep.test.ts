import { describe, expect, test } from '@jest/globals';
import { HOUR, MINUTE } from '../../testing/definitions';
import { storedText, T0, World } from '../../testing/world';
import { sweepKind } from '../../../work/timers';
import { onIssueEvent } from '../follow/on-issue-event';
import { FLUSH_RUN } from '../follow/flush-run';
import type { DueEvent, SlaPorts } from '../follow/ports';
import { type Planned, timersOf } from './sweep';

const sweep = (ports: SlaPorts, records: World['records'], planned: Planned): Promise<number> =>
  sweepKind(timersOf(ports, records, planned), ports.now());

const memory = () => {
  const calls = { reads: 0, writes: 0 };
  let known: readonly DueEvent[] = [];
  const planned: Planned = {
    read: async () => {
      calls.reads += 1;
      return known;
    },
    write: async (events) => {
      calls.writes += 1;
      known = events;
    },
  };
  return { planned, calls };
};

const withIssues = async (count: number): Promise<World> => {
  const world = new World();
  for (let index = 0; index < count; index += 1) {
    await onIssueEvent(world.ports, world.jira.create(String(index)));
  }
  world.woken.length = 0;
  world.reset();
  return world;
};

describe('a sweep', () => {
  test('is one query and nothing else while nothing is due', async () => {
    const world = await withIssues(3);
    const { planned, calls } = memory();
    expect(await sweep(world.ports, world.records, planned)).toBe(0);
    expect(world.counts).toMatchObject({ queries: 1, loads: 0, writes: 0 });
    expect(calls).toEqual({ reads: 0, writes: 0 });
  });

  test('plans what falls due within a quarter of an hour, to the millisecond', async () => {
    const world = await withIssues(2);
    world.time = T0 + HOUR - 10 * MINUTE;
    expect(await sweep(world.ports, world.records, memory().planned)).toBe(2);
    expect(world.woken).toEqual([
      { issueId: '0', at: T0 + HOUR },
      { issueId: '1', at: T0 + HOUR },
    ]);
  });

  test('a second tick plans nothing twice', async () => {
    const world = await withIssues(1);
    const { planned } = memory();
    world.time = T0 + HOUR - 10 * MINUTE;
    await sweep(world.ports, world.records, planned);
    world.time += 5 * MINUTE;
    expect(await sweep(world.ports, world.records, planned)).toBe(0);
    expect(world.woken).toHaveLength(1);
  });

  test('what was planned and is still armed well past its time is planned again', async () => {
    const world = await withIssues(1);
    const { planned } = memory();
    world.time = T0 + HOUR - 10 * MINUTE;
    await sweep(world.ports, world.records, planned);
    world.time = T0 + HOUR + 5 * MINUTE;
    expect(await sweep(world.ports, world.records, planned)).toBe(1);
  });

  test('after days offline everything overdue is found', async () => {
    const world = await withIssues(3);
    world.time = T0 + 72 * HOUR;
    expect(await sweep(world.ports, world.records, memory().planned)).toBe(3);
  });

  test('what the queue did not take is left to the next sweep', async () => {
    const world = await withIssues(3);
    world.time = T0 + HOUR;
    const { planned } = memory();
    const throttled = { ...world.ports, schedule: async (events: readonly DueEvent[]) => events.slice(0, 1) };
    expect(await sweep(throttled, world.records, planned)).toBe(1);
    expect(await sweep(world.ports, world.records, planned)).toBe(2);
  });

  test('gathers what falls due together when it is more than five, and plans the run that tells it', async () => {
    const world = await withIssues(6);
    const { planned } = memory();
    world.time = T0 + HOUR - 5 * MINUTE;
    await sweep(world.ports, world.records, planned);
    const at = T0 + HOUR;
    expect(world.woken.filter(({ issueId }) => issueId === FLUSH_RUN)).toEqual([
      { issueId: FLUSH_RUN, at: at + 20_000 },
    ]);
    expect(world.woken.filter(({ gatherUntil }) => gatherUntil === at + 20_000)).toHaveLength(6);
  });

  test('leaves five alone', async () => {
    const world = await withIssues(5);
    world.time = T0 + HOUR - 5 * MINUTE;
    await sweep(world.ports, world.records, memory().planned);
    expect(world.woken).toHaveLength(5);
    expect(world.woken.every(({ gatherUntil }) => gatherUntil === undefined)).toBe(true);
  });

  test('plans one run for everything held until one instant', async () => {
    const world = await withIssues(3);
    const until = T0 + 5 * MINUTE;
    for (const id of ['0', '1', '2']) {
      const record = world.record(id);
      if (record === null) throw new Error('no record');
      const held = { ...record, acts: { 'delivery:1:warn:0': ['h', until] as const }, nextAt: until };
      world.stored.set(id, storedText(held));
    }
    await sweep(world.ports, world.records, memory().planned);
    expect(world.woken).toEqual([{ issueId: FLUSH_RUN, at: until }]);
  });
});
