import { describe, expect, test } from '@jest/globals';
import { HOUR, MINUTE, STATUS, withChildren } from '../../testing/definitions';
import { T0, World } from '../../testing/world';
import { onDue } from '../due/on-due';
import { onIssueEvent } from './on-issue-event';

const PARENT = '1';
const CHILD = '2';

/** A work item, and half an hour later a child of it whose clock runs. */
async function family(effect: Parameters<typeof withChildren>[0]): Promise<World> {
  const world = new World();
  world.definitions = withChildren(effect);
  await onIssueEvent(world.ports, world.jira.create(PARENT));
  world.time = T0 + 30 * MINUTE;
  await onIssueEvent(world.ports, world.jira.create(CHILD, { priority: '5', parent: PARENT }));
  return world;
}

let events = 0;
/** Everything that waits for this moment: queue events are delivered, those they cause included. */
async function settled(world: World): Promise<void> {
  for (let woken = world.woken.splice(0); woken.length > 0; woken = world.woken.splice(0))
    for (const { issueId, at } of woken) {
      events += 1;
      if (at <= world.time)
        await onDue(world.ports, world.actors, issueId, { eventId: `e${events}`, retry: 0 });
    }
}

const parentLine = (world: World) => world.line(PARENT, 'delivery');
const elapsed = (world: World): number => {
  const cycle = world
    .record(PARENT)
    ?.state.runs.find(({ id }) => id === 'delivery')
    ?.cycles.at(-1);
  return cycle?.workedMs ?? 0;
};

describe('a child that holds the work item above while it is open', () => {
  test('pauses its clock as of the moment the child began', async () => {
    const world = await family('open');
    expect(parentLine(world)?.state).toBe('RUNNING');
    world.time += 3 * MINUTE;
    await settled(world);
    expect(parentLine(world)).toMatchObject({ state: 'PAUSED', pauseReason: 'child' });
    expect(parentLine(world)?.pausedSince).toBe(new Date(T0 + 30 * MINUTE).toISOString());
    expect(world.record(CHILD)?.nextAt).toBeGreaterThan(world.time);
  });

  test('costs one read and one write with its own event, nothing with events that change nothing above', async () => {
    const world = await family('open');
    await settled(world);
    world.reset();
    await onIssueEvent(world.ports, world.jira.change(CHILD, { assignee: 'ben' }));
    await settled(world);
    expect(world.counts).toMatchObject({ loads: 1, writes: 0, readings: 0 });
    world.time += MINUTE;
    await onIssueEvent(world.ports, world.jira.change(CHILD, { status: STATUS.done }));
    expect(world.counts).toMatchObject({ loads: 2, writes: 1, readings: 0 });
  });

  test('lets it go on when the child is done', async () => {
    const world = await family('open');
    await settled(world);
    world.time = T0 + 2 * HOUR;
    await onIssueEvent(world.ports, world.jira.change(CHILD, { status: STATUS.done }));
    world.time += MINUTE;
    await settled(world);
    expect(parentLine(world)?.state).toBe('RUNNING');
    expect(elapsed(world)).toBe(30 * MINUTE);
    expect(parentLine(world)?.due).toBe(new Date(T0 + 5.5 * HOUR).toISOString());
  });

  test('holds it until the last of several is done', async () => {
    const world = await family('open');
    await onIssueEvent(world.ports, world.jira.create('3', { priority: '5', parent: PARENT }));
    await settled(world);
    world.time = T0 + HOUR;
    await onIssueEvent(world.ports, world.jira.change(CHILD, { status: STATUS.done }));
    await settled(world);
    expect(parentLine(world)?.state).toBe('PAUSED');
    world.time = T0 + 3 * HOUR;
    await onIssueEvent(world.ports, world.jira.change('3', { status: STATUS.done }));
    await settled(world);
    expect(parentLine(world)?.state).toBe('RUNNING');
    expect(elapsed(world)).toBe(30 * MINUTE);
  });

  test('lets it go at its deletion', async () => {
    const world = await family('open');
    await settled(world);
    world.time = T0 + 2 * HOUR;
    await onIssueEvent(world.ports, world.jira.remove(CHILD));
    await settled(world);
    expect(parentLine(world)?.state).toBe('RUNNING');
    expect(elapsed(world)).toBe(30 * MINUTE);
    expect(world.record(CHILD)?.nextAt).toBeUndefined();
    expect(world.record(CHILD)?.parents).toBeUndefined();
  });

  test('holds another one after it was moved, and no longer the former', async () => {
    const world = await family('open');
    await onIssueEvent(world.ports, world.jira.create('9'));
    await settled(world);
    world.time = T0 + HOUR;
    await onIssueEvent(world.ports, world.jira.change(CHILD, { parent: '9' }));
    await settled(world);
    expect(parentLine(world)?.state).toBe('RUNNING');
    expect(world.record(PARENT)?.facts).toEqual([]);
    expect(world.line('9', 'delivery')?.state).toBe('PAUSED');
    expect(world.record(CHILD)?.parents).toEqual(['9']);
  });

  test('is told again by the sweep after an attempt that died', async () => {
    const world = await family('open');
    const [event] = world.woken.splice(0);
    world.fault = (step) => {
      if (step === 'saved') throw new Error('chaos');
    };
    await expect(
      onDue(world.ports, world.actors, event?.issueId ?? '', { eventId: 'a', retry: 0 }),
    ).rejects.toThrow('chaos');
    world.fault = () => undefined;
    expect(world.record(CHILD)?.nextAt).toBeLessThanOrEqual(world.time);
    await onDue(world.ports, world.actors, CHILD, { eventId: 'b', retry: 0 });
    expect(parentLine(world)?.state).toBe('PAUSED');
  });

  test('is forgotten above when the agreement no longer says so', async () => {
    const world = await family('open');
    await settled(world);
    const { agreements, ...rest } = world.definitions;
    world.definitions = {
      ...rest,
      version: 2,
      agreements: agreements.map((each) => ({ ...each, affectsParent: 'none' as const })),
    };
    world.time += MINUTE;
    await onIssueEvent(world.ports, world.jira.change(CHILD, { assignee: 'ben' }));
    await settled(world);
    expect(world.record(PARENT)?.facts).toEqual([]);
    expect(world.record(CHILD)?.told).toBeUndefined();
  });
});

describe('a child whose pauses pause the work item above', () => {
  test('passes on every pause, with its reason, from when to when it was', async () => {
    const world = await family('pause');
    await settled(world);
    expect(parentLine(world)?.state).toBe('RUNNING');
    world.time = T0 + HOUR;
    await onIssueEvent(world.ports, world.jira.change(CHILD, { status: STATUS.waiting }));
    await settled(world);
    expect(parentLine(world)).toMatchObject({ state: 'PAUSED', pauseReason: 'requester' });
    world.time = T0 + 3 * HOUR;
    await onIssueEvent(world.ports, world.jira.change(CHILD, { status: STATUS.open }));
    await settled(world);
    expect(parentLine(world)?.state).toBe('RUNNING');
    expect(elapsed(world)).toBe(HOUR);
  });
});

describe('a child whose breach puts the work item above at risk', () => {
  test('tells of it at the moment of the breach, and the clock above goes on', async () => {
    const world = await family('breach');
    await settled(world);
    expect(parentLine(world)?.risk).toBeUndefined();
    world.time = T0 + 30 * MINUTE + 4 * HOUR - MINUTE;
    expect(world.record(CHILD)?.nextAt).toBe(T0 + 4.5 * HOUR);
    world.time = T0 + 4.5 * HOUR;
    world.definitions = { ...world.definitions, metrics: longer(world) };
    await onDue(world.ports, world.actors, CHILD, { eventId: 'due', retry: 0 });
    await settled(world);
    expect(world.record(PARENT)?.facts).toMatchObject([{ kind: 'child', what: 'breached', issueId: CHILD }]);
    expect(parentLine(world)?.state).toBe('RUNNING');
    expect(parentLine(world)?.risk).toMatchObject({ by: 'part', name: { en: 'Part' } });
  });
});

/** The delivery above has ten hours, so that it is not breached before its child. */
const longer = ({ definitions }: World) =>
  definitions.metrics.map((metric) =>
    metric.id === 'delivery'
      ? {
          ...metric,
          goals: metric.goals.map((goal) => ({
            ...goal,
            target: { kind: 'duration', ms: 10 * HOUR } as const,
          })),
        }
      : metric,
  );
