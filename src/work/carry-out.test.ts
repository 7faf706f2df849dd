import { installFakeForge, type FakeForge } from '../../test/support/fake-forge';
import { JiraUnavailable } from '../kernel/errors';
import { carryOut, type RunnerPorts } from './carry-out';
import { failedSteps, stepTimers } from './due-steps';
import type { StepKind } from './step-kinds';
import { newRow, stepRows } from './steps';
import { sweepKind } from './timers';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const MINUTE = 60_000;

let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('alice');
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});

/** A subject with one step of each way to repeat; the outside remembers what happened to it. */
function world() {
  const clock = { now: NOW };
  const outside: string[] = [];
  const marks = new Set<string>();
  const woken: number[] = [];
  const fault = { at: '', holds: true };
  const act = (what: string) => {
    if (fault.at === `before ${what}`) throw new JiraUnavailable('It answered 503.');
    outside.push(what);
    if (fault.at === `after ${what}`) throw new JiraUnavailable('It answered 504.');
  };
  const holds = async () => fault.holds;
  const kinds: Readonly<Record<string, StepKind>> = {
    moved: {
      repeats: 'repeatable',
      holds,
      run: async () => {
        if (!outside.includes('moved')) act('moved');
      },
    },
    said: {
      repeats: 'traced',
      holds,
      isLeft: async (_, { id }) => marks.has(id),
      run: async (_, { id }) => {
        marks.add(id);
        act('said');
      },
    },
    mailed: { repeats: 'once', holds, run: async () => act('mailed') },
  };
  const ports: RunnerPorts = {
    registry: { thing: () => kinds },
    now: () => clock.now,
    schedule: async (_, seconds) => void woken.push(seconds),
  };
  const steps = ['moved', 'said', 'mailed'].map((kind) => ({ kind, data: {} }));
  const row = newRow({ id: 'r', subject: 'thing:1', steps, about: {} }, NOW);
  const start = async () => {
    await stepRows.put(row.id, row, 'absent');
    return carryOut(row, ports);
  };
  const sweepSteps = async () =>
    (await sweepKind(stepTimers(ports), clock.now)) + (await sweepKind(stepTimers(ports), clock.now, 'f'));
  const sweep = (minutes = 10) => {
    clock.now += minutes * MINUTE;
    return sweepSteps();
  };
  return { sweepSteps, clock, outside, woken, fault, ports, start, sweep, row };
}

it('does what follows at once, in its order, and drops the row', async () => {
  const { start, outside, woken } = world();
  expect(await start()).toEqual({ left: null });
  expect(outside).toEqual(['moved', 'said', 'mailed']);
  expect([await stepRows.get('r'), woken]).toEqual([null, []]);
});

it.each(['before moved', 'after moved', 'before said', 'after said'])(
  'does the rest now and what failed later, once, when it fails %s',
  async (at) => {
    const { start, sweep, outside, fault, woken } = world();
    fault.at = at;
    expect((await start()).error).toBeInstanceOf(JiraUnavailable);
    fault.at = '';
    await sweep();
    // What is traced is not said again where its mark was left, though its answer was lost before it was said.
    const said = at === 'before said' ? [] : ['said'];
    expect(outside.toSorted()).toEqual(['mailed', 'moved', ...said].toSorted());
    expect([await stepRows.get('r'), woken]).toEqual([null, [30]]);
  },
);

it('loses a mail rather than sending it twice, and shows that it may be lost', async () => {
  const { start, sweep, outside, fault } = world();
  fault.at = 'after mailed';
  await start();
  fault.at = '';
  await sweep();
  expect(outside).toEqual(['moved', 'said', 'mailed']);
  expect(await failedSteps()).toMatchObject([{ id: 'r', why: 'JIRA_UNAVAILABLE' }]);
});

it.each([1, 2, 3, 4, 5, 6])('ends what was begun though the function dies at write %s', async (nth) => {
  const { row, ports, sweep, outside } = world();
  await stepRows.put(row.id, row, 'absent');
  let calls = 0;
  forge.kvs.before = () => {
    calls += 1;
    if (calls >= nth) throw new Error('dead');
    return undefined;
  };
  await carryOut(row, ports);
  forge.kvs.before = () => undefined;
  await sweep();
  expect(outside.filter((what) => what === 'moved')).toHaveLength(1);
  expect(outside.filter((what) => what === 'said')).toHaveLength(1);
  expect(outside.filter((what) => what === 'mailed').length).toBeLessThanOrEqual(1);
  expect(await stepRows.get('r')).toBeNull();
});

it('does not do later what no longer holds', async () => {
  const { start, sweep, outside, fault } = world();
  fault.at = 'before moved';
  await start();
  Object.assign(fault, { at: '', holds: false });
  await sweep();
  expect(outside).toEqual(['said', 'mailed']);
});

it('gives one row to one of many who come at once', async () => {
  const { start, clock, outside, fault, sweepSteps } = world();
  fault.at = 'before moved';
  await start();
  fault.at = '';
  clock.now += 10 * MINUTE;
  await Promise.all([1, 2, 3].map(() => sweepSteps()));
  expect(outside).toEqual(['said', 'mailed', 'moved']);
});

it('comes back later and later, and shows what it gives up after a day', async () => {
  const { start, sweep, fault, woken } = world();
  fault.at = 'before moved';
  await start();
  for (let n = 0; n < 30; n += 1) await sweep(61);
  expect(woken.slice(0, 5)).toEqual([30, 300, 900, 3600, 3600]);
  expect(await failedSteps()).toMatchObject([{ id: 'r', why: 'JIRA_UNAVAILABLE' }]);
  expect(await sweep(61)).toBe(0);
});
