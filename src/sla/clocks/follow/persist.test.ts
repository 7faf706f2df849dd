import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { definitions, delivery, HOUR, MINUTE, STATUS } from '../../testing/definitions';
import { T0, World } from '../../testing/world';
import { onDue } from '../due/on-due';
import { onIssueEvent } from './on-issue-event';
import { RETRY_COPY_MS } from './persist';

const first = { eventId: 'a', retry: 0 };

beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined));

/** A world in which Jira refuses the display copy for now. */
const refusing = (): World => {
  const world = new World();
  world.definitions = { ...definitions, metrics: [delivery] };
  world.fault = (step) => {
    if (step === 'show') throw new Error('refused');
  };
  return world;
};

describe('a display that cannot be written', () => {
  test('does not keep the record from being stored, nor the fields from being filled', async () => {
    const world = refusing();
    expect(await onIssueEvent(world.ports, world.jira.create('1'))).toBe('saved');
    expect(world.record('1')).toMatchObject({ open: 'y', shown: '', nextAt: T0 + RETRY_COPY_MS });
    expect(world.woken).toEqual([{ issueId: '1', at: T0 + RETRY_COPY_MS }]);
    expect(world.counts.fills).toBe(1);
  });

  test('is written a minute later', async () => {
    const world = refusing();
    await onIssueEvent(world.ports, world.jira.create('1'));
    world.fault = () => undefined;
    world.time += RETRY_COPY_MS;
    await onDue(world.ports, world.actors, '1', first);
    expect(world.property('1')).toMatchObject({ state: 'running' });
    expect(world.record('1')).toMatchObject({ nextAt: T0 + 3 * HOUR });
    expect(world.record('1')?.shown).not.toBe('');
  });

  test('wakes nobody a second time, and comes with the next event', async () => {
    const world = refusing();
    await onIssueEvent(world.ports, world.jira.create('1'));
    world.time += RETRY_COPY_MS;
    await onDue(world.ports, world.actors, '1', first);
    expect(world.record('1')).toMatchObject({ shown: '', nextAt: T0 + 3 * HOUR });
    expect(world.woken).toHaveLength(1);
    world.fault = () => undefined;
    world.time += MINUTE;
    await onIssueEvent(world.ports, world.jira.change('1', { status: STATUS.waiting }));
    expect(world.property('1')).toMatchObject({ state: 'paused' });
  });

  test('keeps no escalation from being carried out', async () => {
    const world = refusing();
    await onIssueEvent(world.ports, world.jira.create('1'));
    world.time = T0 + 3 * HOUR;
    await onDue(world.ports, world.actors, '1', first);
    expect(world.keys('1')).toEqual(['delivery:1:warn:0#0']);
    expect(world.record('1')?.acts).toEqual({ 'delivery:1:warn:0': 'd' });
  });

  test('is cut to what Jira takes, however long a name is', async () => {
    const world = new World();
    const long = { ...delivery, name: { en: 'x'.repeat(33_000) } };
    world.definitions = { ...definitions, metrics: [long] };
    expect(await onIssueEvent(world.ports, world.jira.create('1'))).toBe('saved');
    expect(world.property('1')).toMatchObject({ state: 'running', more: 1, metrics: {} });
    expect(world.record('1')?.shown).not.toBe('');
  });
});
