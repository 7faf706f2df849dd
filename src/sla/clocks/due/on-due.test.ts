import { describe, expect, test } from '@jest/globals';
import { definitions, delivery, HOUR, MINUTE, STATUS } from '../../testing/definitions';
import { T0, World } from '../../testing/world';
import { LEASE_MS } from '../../../work/lease';
import { onDue } from './on-due';
import { onIssueEvent } from '../follow/on-issue-event';

const first = { eventId: 'a', retry: 0 };

const only = { ...definitions, metrics: [delivery] };

const at = async (hours: number): Promise<World> => {
  const world = new World();
  world.definitions = only;
  await onIssueEvent(world.ports, world.jira.create('1'));
  world.time = T0 + hours * HOUR;
  return world;
};

describe('a due instant', () => {
  test('the warning at 75 % comments once and arms the due time', async () => {
    const world = await at(3);
    expect(await onDue(world.ports, world.actors, '1', first)).toEqual({ kind: 'done', fired: 1 });
    expect(world.keys('1')).toEqual(['delivery:1:warn:0#0']);
    expect(world.record('1')).toMatchObject({ nextAt: T0 + 4 * HOUR, acts: { 'delivery:1:warn:0': 'd' } });
  });

  test('duplicate events do nothing more', async () => {
    const world = await at(3);
    for (const eventId of ['a', 'b', 'a']) await onDue(world.ports, world.actors, '1', { eventId, retry: 0 });
    expect(world.keys('1')).toHaveLength(1);
  });

  test('two at once: one acts, the other comes back later and finds it done', async () => {
    const world = await at(3);
    const outcomes = await Promise.all([
      onDue(world.ports, world.actors, '1', { eventId: 'a', retry: 0 }),
      onDue(world.ports, world.actors, '1', { eventId: 'b', retry: 0 }),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toContain('done');
    await onDue(world.ports, world.actors, '1', { eventId: 'b', retry: 1 });
    expect(world.keys('1')).toHaveLength(1);
  });

  test('the breach is the due instant however late it is noticed, and only the highest level acts', async () => {
    const world = await at(9);
    await onDue(world.ports, world.actors, '1', first);
    expect(world.keys('1')).toEqual(['delivery:1:late:0#0']);
    expect(world.record('1')?.acts).toEqual({ 'delivery:1:warn:0': 's', 'delivery:1:late:0': 'd' });
    expect(world.property('1')).toMatchObject({ state: 'breached', everBreached: 'yes' });
    expect(Object.values(world.property('1')?.metrics ?? {})[0]?.due).toBe(
      new Date(T0 + 4 * HOUR).toISOString(),
    );
  });

  test('at exactly the due millisecond the display turns to breached and stays so', async () => {
    const world = await at(4);
    await onDue(world.ports, world.actors, '1', first);
    expect(world.property('1')?.state).toBe('breached');
    expect(world.record('1')?.nextAt).toBeUndefined();
  });

  test('a clock stopped in Jira whose event has not arrived is not escalated', async () => {
    const world = await at(2);
    world.jira.change('1', { status: STATUS.done });
    world.time = T0 + 3 * HOUR;
    expect(await onDue(world.ports, world.actors, '1', first)).toEqual({ kind: 'done', fired: 0 });
    expect(world.keys('1')).toEqual([]);
    expect(world.record('1')).toMatchObject({ open: 'n' });
  });

  test.each(['saved', 'act', 'comment', 'commented', 'look', 'load'])(
    'killed at "%s", the next attempt brings the comment to exactly one',
    async (where) => {
      const world = await at(3);
      let armed = true;
      world.fault = (step) => {
        if (armed && step === where) {
          armed = false;
          throw new Error('killed');
        }
      };
      await onDue(world.ports, world.actors, '1', first).catch(() => undefined);
      world.time += 2 * LEASE_MS;
      await onDue(world.ports, world.actors, '1', { eventId: 'b', retry: 0 });
      expect(world.keys('1')).toHaveLength(1);
      expect(world.record('1')?.acts).toEqual({ 'delivery:1:warn:0': 'd' });
    },
  );

  test('a retry of the same event goes on at once; another event waits for the lease', async () => {
    const world = await at(3);
    world.fault = (step) => {
      if (step === 'commented') throw new Error('killed');
    };
    await onDue(world.ports, world.actors, '1', first).catch(() => undefined);
    world.fault = () => undefined;
    expect(await onDue(world.ports, world.actors, '1', { eventId: 'b', retry: 0 })).toMatchObject({
      kind: 'later',
    });
    expect(await onDue(world.ports, world.actors, '1', { eventId: 'a', retry: 1 })).toMatchObject({
      kind: 'done',
    });
    expect(world.keys('1')).toHaveLength(1);
  });

  test('a mail is sent at most once, even when the attempt dies while sending', async () => {
    const world = await at(3);
    const level = {
      ...delivery.escalations[0]!,
      actions: [{ kind: 'notify', to: [{ kind: 'assignee' }] } as const],
    };
    world.definitions = { ...only, metrics: [{ ...delivery, escalations: [level] }] };
    world.fault = (step) => {
      if (step === 'notified') throw new Error('killed');
    };
    await onDue(world.ports, world.actors, '1', first).catch(() => undefined);
    world.fault = () => undefined;
    await onDue(world.ports, world.actors, '1', { eventId: 'a', retry: 1 });
    expect(world.mails).toEqual(['1:ann']);
  });

  test('nobody assigned: the owner of the item is told', async () => {
    const world = await at(1);
    await onIssueEvent(world.ports, world.jira.change('1', { assignee: null }));
    const level = {
      ...delivery.escalations[0]!,
      actions: [{ kind: 'notify', to: [{ kind: 'assignee' }] } as const],
    };
    world.definitions = { ...only, metrics: [{ ...delivery, escalations: [level] }] };
    world.time = T0 + 3 * HOUR;
    await onDue(world.ports, world.actors, '1', first);
    expect(world.mails).toEqual(['1:olaf']);
  });

  test('an event that comes a little early comes again', async () => {
    const world = await at(0);
    world.time = T0 + 3 * HOUR - 1000;
    expect(await onDue(world.ports, world.actors, '1', first)).toEqual({ kind: 'nothing' });
    expect(world.woken.at(-1)).toEqual({ issueId: '1', at: T0 + 3 * HOUR });
  });

  test('a pause takes the warning with it', async () => {
    const world = await at(2);
    await onIssueEvent(world.ports, world.jira.change('1', { status: STATUS.waiting }));
    world.time += 5 * HOUR + MINUTE;
    expect(await onDue(world.ports, world.actors, '1', first)).toEqual({ kind: 'nothing' });
    expect(world.keys('1')).toEqual([]);
  });
});
