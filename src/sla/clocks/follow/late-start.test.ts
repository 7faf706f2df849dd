import { describe, expect, test } from '@jest/globals';
import type { LateStart } from '../../definitions/domain/policy/model';
import { commentLevel, definitions, delivery, HOUR, MINUTE } from '../../testing/definitions';
import { T0, World } from '../../testing/world';
import { onDue } from '../due/on-due';
import { onIssueEvent } from './on-issue-event';
import { rereadIssue } from './on-issue-event';

const first = { eventId: 'a', retry: 0 };
const levels = [commentLevel('warn', 75), commentLevel('late', 100), commentLevel('long', 150)];

/** Seven hours after its creation the target is cut from eight hours to two: all three levels lie behind. */
const cutShort = async (lateStart: LateStart): Promise<World> => {
  const world = new World();
  const [high, rest] = delivery.goals;
  if (high === undefined || rest === undefined) throw new Error('two goals');
  const long = { ...rest, target: { kind: 'duration', ms: 10 * HOUR } } as const;
  world.definitions = {
    ...definitions,
    metrics: [{ ...delivery, goals: [high, long], escalations: levels }],
  };
  world.policy = { ...world.policy, lateStart };
  await onIssueEvent(world.ports, world.jira.create('1'));
  world.time = T0 + 7 * HOUR;
  await onIssueEvent(world.ports, world.jira.change('1', { priority: '1' }));
  return world;
};
const namesOf = (world: World): readonly (string | undefined)[] =>
  world.keys('1').map((key) => key.split(':')[2]);

describe('levels that had passed before their clock began', () => {
  test('are noted with the write that would be made anyway', async () => {
    const world = await cutShort('notice');
    expect(Object.values(world.record('1')?.acts ?? {})).toEqual(['p', 'p', 'p']);
    expect(world.counts.writes).toBe(2);
    expect(world.woken.at(-1)?.issueId).toBe('1');
  });

  test.each([
    ['silent', []],
    ['notice', ['long']],
    ['each', ['warn', 'late', 'long']],
  ] as const)('with the policy %s act: %j', async (lateStart, acting) => {
    const world = await cutShort(lateStart);
    world.time += MINUTE;
    for (const eventId of ['a', 'b']) await onDue(world.ports, world.actors, '1', { eventId, retry: 0 });
    expect(namesOf(world)).toEqual(acting);
    const acts = Object.values(world.record('1')?.acts ?? {});
    expect(acts).toHaveLength(3);
    expect(acts.filter((act) => act === 'd')).toHaveLength(acting.length);
    expect(acts.filter((act) => act === 's')).toHaveLength(3 - acting.length);
    expect(world.record('1')?.nextAt).toBeUndefined();
  });

  test('do not stand in the way of those that come later', async () => {
    const world = await cutShort('silent');
    await onDue(world.ports, world.actors, '1', first);
    world.definitions = {
      ...world.definitions,
      metrics: world.definitions.metrics.map((metric) => ({
        ...metric,
        escalations: [...levels, commentLevel('far', 400)],
      })),
    };
    world.time = T0 + 8 * HOUR + MINUTE;
    await rereadIssue(world.ports, '1');
    await onDue(world.ports, world.actors, '1', { eventId: 'c', retry: 0 });
    expect(namesOf(world)).toEqual(['far']);
  });

  test('are not what passes while an event is on its way', async () => {
    const world = new World();
    world.definitions = { ...definitions, metrics: [{ ...delivery, escalations: levels }] };
    world.policy = { ...world.policy, lateStart: 'silent' };
    const created = world.jira.create('1');
    world.time = T0 + 5 * HOUR;
    await onIssueEvent(world.ports, created);
    await onDue(world.ports, world.actors, '1', first);
    expect(namesOf(world)).toEqual(['late']);
  });

  test('of an issue the app had not followed are those before its last change', async () => {
    const world = new World();
    world.definitions = { ...definitions, metrics: [{ ...delivery, escalations: levels }] };
    world.policy = { ...world.policy, lateStart: 'silent' };
    world.jira.create('1');
    world.time = T0 + 50 * HOUR;
    await onIssueEvent(world.ports, world.jira.comment('1', 'ann'));
    await onDue(world.ports, world.actors, '1', first);
    expect(namesOf(world)).toEqual([]);
    expect(world.property('1')).toMatchObject({ state: 'breached' });
  });

  test('survive a death between two of them', async () => {
    const world = await cutShort('each');
    let comments = 0;
    world.fault = (step) => {
      if (step === 'comment' && (comments += 1) === 2) throw new Error('killed');
    };
    await expect(onDue(world.ports, world.actors, '1', first)).rejects.toThrow('killed');
    await onDue(world.ports, world.actors, '1', { eventId: 'a', retry: 1 });
    expect(namesOf(world)).toEqual(['warn', 'late', 'long']);
  });
});
