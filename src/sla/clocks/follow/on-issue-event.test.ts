import { describe, expect, test } from '@jest/globals';
import { replay } from '../../engine';
import { STATUS, HOUR, MINUTE } from '../../testing/definitions';
import { T0, World } from '../../testing/world';
import { reportAt } from './compose';
import { onIssueEvent } from './on-issue-event';
import { historyOf } from './rebuild';

const started = async (): Promise<World> => {
  const world = new World();
  await onIssueEvent(world.ports, world.jira.create('1'));
  world.reset();
  return world;
};

describe('an event about an issue', () => {
  test('creation makes a record, shows it on the issue and arms the first instant', async () => {
    const world = new World();
    expect(await onIssueEvent(world.ports, world.jira.create('1'))).toBe('saved');
    expect(world.record('1')).toMatchObject({
      rev: 1,
      open: 'y',
      nextAt: T0 + HOUR,
      nextBreachAt: T0 + HOUR,
    });
    expect(world.property('1')).toMatchObject({ state: 'running', everBreached: 'no' });
  });

  test('an event that continues the record costs one read, one write of at most 2 KB and no reading of Jira', async () => {
    const world = await started();
    world.time += 10 * MINUTE;
    expect(await onIssueEvent(world.ports, world.jira.change('1', { status: STATUS.waiting }))).toBe('saved');
    expect(world.counts).toMatchObject({ loads: 1, writes: 1, readings: 0, shows: 1 });
    expect(world.counts.bytes).toBeLessThan(2048);
    expect(world.property('1')).toMatchObject({ pausedReason: 'requester' });
  });

  test('a change no clock looks at writes nothing', async () => {
    const world = await started();
    expect(await onIssueEvent(world.ports, world.jira.change('1', { summary: 'Other' }))).toBe('irrelevant');
    expect(world.counts).toMatchObject({ loads: 1, writes: 0, readings: 0, shows: 0 });
  });

  test('an answer may have to come from a group: who is in it is read from Jira', async () => {
    const world = new World();
    const [metric] = world.definitions.metrics;
    const stop = [{ on: 'commented', by: ['agent'], audience: 'any', groups: ['second-line'] }] as const;
    world.definitions = { ...world.definitions, metrics: [{ ...metric!, id: 'answer', stop }] };
    world.jira.groups = { eve: ['second-line'] };
    await onIssueEvent(world.ports, world.jira.create('1'));
    const stopped = () => world.record('1')?.state.runs[0]?.cycles[0]?.endedAt;
    world.time += MINUTE;
    await onIssueEvent(world.ports, world.jira.comment('1', 'ann'));
    expect(stopped()).toBeUndefined();
    world.time += MINUTE;
    await onIssueEvent(world.ports, world.jira.comment('1', 'eve'));
    expect(stopped()).toBe(world.time);
  });

  test('the same event again writes nothing', async () => {
    const world = await started();
    const event = world.jira.change('1', { status: STATUS.waiting });
    await onIssueEvent(world.ports, event);
    world.reset();
    expect(await onIssueEvent(world.ports, event)).toBe('seen');
    expect(world.counts).toMatchObject({ writes: 0, readings: 0 });
  });

  test('a gap is filled from Jira: the lost event counts', async () => {
    const world = await started();
    world.time += 10 * MINUTE;
    world.jira.change('1', { status: STATUS.waiting });
    world.time += 10 * MINUTE;
    await onIssueEvent(world.ports, world.jira.change('1', { status: STATUS.open }));
    expect(world.counts.readings).toBe(1);
    const delivery = world.record('1')?.state.runs.find(({ id }) => id === 'delivery');
    expect(delivery?.cycles[0]?.pausedMs).toEqual({ requester: 10 * MINUTE });
  });

  test('events out of order end in the state of a replay', async () => {
    const world = await started();
    world.time += MINUTE;
    const first = world.jira.change('1', { priority: '1' });
    world.time += MINUTE;
    const second = world.jira.change('1', { status: STATUS.done });
    await onIssueEvent(world.ports, second);
    await onIssueEvent(world.ports, first);
    const full = world.jira.history('1');
    const record = world.record('1');
    if (full === null || record === null) throw new Error('missing');
    const truth = replay(world.definitions, historyOf(full, { facts: [] }, world.definitions), world.time);
    expect(reportAt(world.definitions, record.state, world.time).metrics).toEqual(truth.metrics);
  });

  test('a public comment of an agent meets the first response; internal and own ones do not', async () => {
    const world = await started();
    const state = () => world.line('1', 'response')?.state;
    await onIssueEvent(world.ports, world.jira.comment('1', 'ann', { public: false }));
    await onIssueEvent(world.ports, world.jira.comment('1', 'rita'));
    await onIssueEvent(world.ports, world.jira.comment('1', 'app'));
    expect(state()).toBe('RUNNING');
    await onIssueEvent(world.ports, world.jira.comment('1', 'ann'));
    expect(state()).toBe('MET');
  });

  test('an issue outside every scope costs no call to Jira and no write', async () => {
    const world = new World();
    const event = { ...world.jira.create('1'), fields: { project: { id: '999' }, issuetype: { id: '10' } } };
    expect(await onIssueEvent(world.ports, event)).toBe('outOfScope');
    expect(world.counts).toMatchObject({ readings: 0, writes: 0 });
  });

  test('a record of older definitions is replayed with the new ones', async () => {
    const world = await started();
    world.definitions = { ...world.definitions, version: 2 };
    world.time += MINUTE;
    await onIssueEvent(world.ports, world.jira.change('1', { priority: '1' }));
    expect(world.record('1')?.state.version).toBe(2);
  });

  test('a deleted issue closes its record; a late event does not bring it back', async () => {
    const world = await started();
    const late = world.jira.change('1', { priority: '1' });
    expect(await onIssueEvent(world.ports, world.jira.remove('1'))).toBe('gone');
    expect(await onIssueEvent(world.ports, late)).toBe('gone');
    expect(world.record('1')).toMatchObject({ open: 'g', rev: 2 });
    expect(world.record('1')?.nextAt).toBeUndefined();
  });

  test('two handlers at once both count: the loser reads again', async () => {
    const world = await started();
    world.time += MINUTE;
    const one = world.jira.comment('1', 'ann');
    const two = world.jira.change('1', { status: STATUS.waiting });
    await Promise.all([onIssueEvent(world.ports, one), onIssueEvent(world.ports, two)]);
    expect(Object.values(world.property('1')?.metrics ?? {}).map(({ state }) => state)).toEqual([
      'MET',
      'PAUSED',
    ]);
  });

  test('what is due before the next sweep is planned at once', async () => {
    const world = await started();
    world.time += 58 * MINUTE;
    world.woken.length = 0;
    await onIssueEvent(world.ports, world.jira.change('1', { status: STATUS.waiting }));
    expect(world.woken).toEqual([]);
    world.definitions = { ...world.definitions, version: 2 };
    await onIssueEvent(world.ports, world.jira.change('1', { status: STATUS.done }));
    expect(world.record('1')?.nextAt).toBe(T0 + HOUR);
  });
});
