import { describe, expect, test } from '@jest/globals';
import type { EscalationAction, EscalationLevel } from '../../engine/model';
import { DEFAULT_POLICY } from '../../definitions/domain/policy/schema';
import { definitions, delivery, HOUR, MINUTE, STATUS } from '../../testing/definitions';
import { T0, World } from '../../testing/world';
import { LEASE_MS } from '../../../work/lease';
import { onDue } from './on-due';
import { onIssueEvent } from '../follow/on-issue-event';
import { FLUSH_RUN } from '../follow/flush-run';
import { flushDeferred } from './flush';

const first = { eventId: 'a', retry: 0 };
const comment: EscalationAction = { kind: 'comment', to: [{ kind: 'assignee' }] };
const mail: EscalationAction = { kind: 'notify', to: [{ kind: 'assignee' }] };
const urgent: EscalationAction = { kind: 'priority', priorityId: '1' };

/** Quiet from 11:30 to 17:00; the warning of a four-hour promise given at 09:00 falls due at noon. */
const QUIET_END = T0 + 8 * HOUR;
const WARNING = T0 + 3 * HOUR;

async function quietSite(
  level: Partial<EscalationLevel> = {},
  issues: readonly string[] = ['1'],
): Promise<World> {
  const world = new World();
  const escalations = delivery.escalations.slice(0, 1).map((warn) => ({ ...warn, ...level }));
  // One goal for every priority, so that changing the priority does not change the promise.
  const metric = { ...delivery, goals: delivery.goals.slice(1), escalations };
  world.definitions = { ...definitions, metrics: [metric] };
  world.policy = {
    ...DEFAULT_POLICY,
    quiet: { kind: 'hours', zone: 'UTC', from: '11:30', to: '17:00', days: [] },
  };
  for (const id of issues) await onIssueEvent(world.ports, world.jira.create(id));
  world.time = WARNING;
  return world;
}

const release = (world: World, delivery_ = { eventId: 'r', retry: 0 }): Promise<number> =>
  flushDeferred({ ports: world.ports, actors: world.actors, records: world.records }, delivery_);

const sixIssues = ['1', '2', '3', '4', '5', '6'];

async function heldOn(world: World, issues: readonly string[]): Promise<void> {
  for (const id of issues) await onDue(world.ports, world.actors, id, { eventId: `e${id}`, retry: 0 });
  world.time = QUIET_END;
}

describe('in quiet hours', () => {
  test('people are not told, and the record is armed for their end', async () => {
    const world = await quietSite();
    await onDue(world.ports, world.actors, '1', first);
    expect(world.keys('1')).toEqual([]);
    expect(world.record('1')).toMatchObject({
      nextAt: T0 + 4 * HOUR,
      acts: { 'delivery:1:warn:0': ['h', QUIET_END] },
    });
  });

  test('the issue changes at its second all the same', async () => {
    const world = await quietSite({ actions: [comment, urgent] });
    await onDue(world.ports, world.actors, '1', first);
    expect(world.jira.issue('1').values.priority).toBe('1');
    expect(world.keys('1')).toEqual([]);
    expect(world.record('1')?.acts).toEqual({ 'delivery:1:warn:0': ['h', QUIET_END] });
  });

  test('a level for people on call tells them at its second', async () => {
    const world = await quietSite({ quiet: 'ignore' });
    await onDue(world.ports, world.actors, '1', first);
    expect(world.keys('1')).toEqual(['delivery:1:warn:0#0']);
  });

  test('a run before their end tells nothing', async () => {
    const world = await quietSite();
    await onDue(world.ports, world.actors, '1', first);
    world.time = QUIET_END - MINUTE;
    expect(await release(world)).toBe(0);
  });
});

describe('when quiet hours end', () => {
  test('everything held is told, once, however often the run is repeated', async () => {
    const world = await quietSite({ actions: [comment, mail] });
    await heldOn(world, ['1']);
    for (const eventId of ['r', 'r', 's']) await release(world, { eventId, retry: 0 });
    expect(world.keys('1')).toEqual(['delivery:1:warn:0#0']);
    expect(world.mails).toEqual(['1:ann']);
    expect(world.record('1')?.acts).toEqual({ 'delivery:1:warn:0': 'd' });
  });

  test('what the issue was changed by is not done again', async () => {
    const world = await quietSite({ actions: [urgent, comment] });
    await heldOn(world, ['1']);
    await onIssueEvent(world.ports, world.jira.change('1', { priority: '3' }));
    await release(world);
    expect(world.keys('1')).toHaveLength(1);
    expect(world.jira.issue('1').values.priority).toBe('3');
  });

  test('a promise that was kept meanwhile tells nobody', async () => {
    const world = await quietSite();
    await heldOn(world, ['1']);
    world.jira.change('1', { status: STATUS.done });
    expect(await release(world)).toBe(0);
    expect(world.keys('1')).toEqual([]);
    expect(world.record('1')).toMatchObject({ open: 'n' });
  });

  test('a paused clock tells when it runs again', async () => {
    const world = await quietSite();
    await onDue(world.ports, world.actors, '1', first);
    await onIssueEvent(world.ports, world.jira.change('1', { status: STATUS.waiting }));
    world.time = QUIET_END + HOUR;
    expect(await release(world)).toBe(0);
    await onIssueEvent(world.ports, world.jira.change('1', { status: STATUS.open }));
    expect(world.woken.at(-1)).toEqual({ issueId: FLUSH_RUN, at: QUIET_END });
    await release(world);
    expect(world.keys('1')).toHaveLength(1);
  });

  test('quiet hours made longer meanwhile hold it longer', async () => {
    const world = await quietSite();
    await heldOn(world, ['1']);
    world.policy = {
      ...world.policy,
      quiet: { kind: 'hours', zone: 'UTC', from: '11:30', to: '19:00', days: [] },
    };
    expect(await release(world)).toBe(0);
    expect(world.record('1')?.acts).toEqual({ 'delivery:1:warn:0': ['h', T0 + 10 * HOUR] });
  });
});

describe('a recipient of more than five issues', () => {
  test('gets one message that lists them, through the most urgent one; the comments mention nobody', async () => {
    const world = await quietSite({}, sixIssues);
    await heldOn(world, sixIssues);
    expect(await release(world)).toBe(6);
    expect(world.sent).toHaveLength(1);
    expect(world.sent[0]).toMatchObject({ issueId: '1', to: 'ann' });
    for (const id of sixIssues) {
      expect(world.sent[0]?.text).toContain(`https://site.example/browse/T-${id}`);
      expect(world.keys(id)).toHaveLength(1);
    }
    expect(world.mentions).toEqual([]);
  });

  test('up to five are told one by one', async () => {
    const world = await quietSite({}, sixIssues.slice(1));
    await heldOn(world, sixIssues.slice(1));
    await release(world);
    expect(world.sent).toEqual([]);
    expect(world.mentions).toHaveLength(5);
  });

  test('others on the same issues are still told on each', async () => {
    const world = await quietSite({}, sixIssues);
    await onIssueEvent(world.ports, world.jira.change('6', { assignee: 'ben' }));
    await onIssueEvent(world.ports, world.jira.create('7'));
    world.time = WARNING + MINUTE;
    await heldOn(world, sixIssues);
    await release(world);
    expect(world.mentions.filter((who) => who.endsWith('ben'))).toEqual(['6:ben']);
  });

  test('reads it in their language', async () => {
    const world = await quietSite({}, sixIssues);
    world.languages.set('ann', 'ru');
    await heldOn(world, sixIssues);
    await release(world);
    expect(world.sent[0]?.text).toContain('Требуют внимания: 6 (SLA)');
    expect(world.sent[0]?.text).not.toContain('need attention');
  });

  test('whose one message Jira does not confirm is not told twice, and Health is told', async () => {
    const world = await quietSite({}, sixIssues);
    await heldOn(world, sixIssues);
    world.fault = (step) => {
      if (step === 'notified') throw new Error('It answered 503.');
    };
    expect(await release(world)).toBe(6);
    await release(world, { eventId: 's', retry: 0 });
    expect([world.sent.length, world.mentions.length]).toEqual([1, 0]);
    expect(world.complaints).toEqual(['mailUnconfirmed:notify']);
  });

  test.each(['saved', 'comment', 'commented', 'notified', 'digest', 'act'])(
    'killed at "%s", the next try tells nobody twice and leaves nothing out',
    async (where) => {
      const world = await quietSite({}, sixIssues);
      await heldOn(world, sixIssues);
      let armed = true;
      world.fault = (step) => {
        if (armed && step === where) {
          armed = false;
          throw new Error('killed');
        }
      };
      await release(world).catch(() => undefined);
      await release(world, { eventId: 'r', retry: 1 }).catch(() => undefined);
      world.time += 2 * LEASE_MS;
      for (const id of sixIssues) await onDue(world.ports, world.actors, id, { eventId: `l${id}`, retry: 0 });
      await release(world, { eventId: 's', retry: 0 });
      const told = sixIssues.map(
        (id) =>
          world.sent.filter(({ text }) => text.includes(`browse/T-${id}`)).length +
          world.mentions.filter((who) => who === `${id}:ann`).length,
      );
      expect(told).toEqual([1, 1, 1, 1, 1, 1]);
      for (const id of sixIssues) expect(world.keys(id)).toHaveLength(1);
    },
  );
});

describe('safe mode', () => {
  test('lets clocks run and issues change, but tells nobody, not even later', async () => {
    const world = await quietSite({ actions: [comment, mail, urgent] });
    world.policy = { ...DEFAULT_POLICY, safeModeSince: new Date(T0).toISOString() };
    await onDue(world.ports, world.actors, '1', first);
    expect(world.jira.issue('1').values.priority).toBe('1');
    expect([...world.keys('1'), ...world.mails]).toEqual([]);
    world.policy = DEFAULT_POLICY;
    world.time += HOUR;
    await onDue(world.ports, world.actors, '1', { eventId: 'b', retry: 0 });
    expect([...world.keys('1'), ...world.mails]).toEqual([]);
    expect(world.record('1')?.acts).toEqual({ 'delivery:1:warn:0': 'd' });
  });
});
