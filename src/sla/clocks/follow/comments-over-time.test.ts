import { beforeEach, describe, expect, test } from '@jest/globals';
import { firstResponse, HOUR, MINUTE } from '../../testing/definitions';
import { T0, World } from '../../testing/world';
import { onIssueEvent, rereadIssue } from './on-issue-event';

let world: World;

const tell = (event: Parameters<typeof onIssueEvent>[1]) => onIssueEvent(world.ports, event);
const reread = () => rereadIssue(world.ports, '1');
const shown = () => {
  const line = world.line('1', 'response');
  return { state: line?.state, everBreached: line?.everBreached };
};
const lastComment = (): string => world.jira.issue('1').comments.at(-1)?.id ?? '';
const remembered = () => world.record('1')?.comments?.of;

beforeEach(async () => {
  world = new World();
  await tell(world.jira.create('1'));
  world.time += 5 * MINUTE;
  world.reset();
});

describe('who answers a request', () => {
  test('a colleague who is no agent does not: the clock runs on until the desk answers', async () => {
    world.jira.passersBy.add('boris');
    await tell(world.jira.comment('1', 'boris'));
    expect(shown().state).toBe('RUNNING');
    await reread();
    expect(shown().state).toBe('RUNNING');
    world.time += MINUTE;
    await tell(world.jira.comment('1', 'ann'));
    expect(shown().state).toBe('MET');
  });

  test('whoever the request is for does not, agent or not', async () => {
    world.jira.askers.add('ben');
    await tell(world.jira.comment('1', 'ben'));
    expect(shown().state).toBe('RUNNING');
    expect(remembered()?.[lastComment()]).toMatchObject({ author: 'requester' });
  });

  test('a reporter of later does not turn the first one’s own comment into an answer', async () => {
    await tell(world.jira.comment('1', 'rita'));
    world.time += MINUTE;
    await tell(world.jira.change('1', { reporter: 'boris' }));
    expect(shown().state).toBe('RUNNING');
    expect(world.record('1')?.requester).toBe('boris');
  });

  test('who leaves the team later un-answers nothing', async () => {
    await tell(world.jira.comment('1', 'ann'));
    world.jira.passersBy.add('ann');
    await reread();
    expect(shown().state).toBe('MET');
  });

  test('another rule judges anew', async () => {
    await tell(world.jira.comment('1', 'ann'));
    world.jira.passersBy.add('ann');
    const { version } = world.definitions;
    world.definitions = {
      ...world.definitions,
      version: version + 1,
      agents: { by: 'groups', groups: ['desk'] },
    };
    await reread();
    expect(shown().state).toBe('RUNNING');
  });
});

describe('an event about a comment', () => {
  test('is not believed to be of an agent, nor public: the comment is read', async () => {
    const event = world.jira.comment('1', 'app');
    expect(event).toMatchObject({ comment: { edited: false } });
    await tell(event);
    expect(shown().state).toBe('RUNNING');
    await tell(world.jira.comment('1', 'ann', { public: false }));
    expect(shown().state).toBe('RUNNING');
    expect(world.counts).toMatchObject({ comments: 2, readings: 0 });
  });

  test('that tells nothing of the comment is a doubt', async () => {
    const { comment: _missing, ...event } = world.jira.comment('1', 'ann') as { comment?: object };
    await tell(event as Parameters<typeof tell>[0]);
    expect(world.counts.readings).toBe(1);
    expect(shown().state).toBe('MET');
  });

  test('that is gone or hidden by then has the whole history read', async () => {
    const event = world.jira.comment('1', 'ann');
    world.jira.removeComment('1', lastComment());
    await tell(event);
    expect(world.counts).toMatchObject({ comments: 1, readings: 1 });
    expect(shown().state).toBe('RUNNING');
  });

  test('told twice is read once', async () => {
    const event = world.jira.comment('1', 'ann');
    await tell(event);
    expect(await tell(event)).toBe('seen');
    expect(world.counts.comments).toBe(1);
  });
});

describe('a comment whose visibility changes', () => {
  test('made public after the breach answers late, and erases nothing', async () => {
    await tell(world.jira.comment('1', 'ann', { public: false }));
    world.time = T0 + 24 * HOUR;
    world.jira.editComment('1', lastComment(), { public: true });
    world.time += HOUR;
    await reread();
    const cycle = world.record('1')?.state.runs.find(({ id }) => id === firstResponse.id)?.cycles[0];
    expect(cycle?.endedAt).toBe(T0 + 24 * HOUR);
    expect(shown()).toEqual({ state: 'BREACHED_STOPPED', everBreached: 'yes' });
  });

  test('restricted after it was given, it stays given', async () => {
    await tell(world.jira.comment('1', 'ann'));
    world.time += MINUTE;
    world.jira.editComment('1', lastComment(), { public: false });
    await reread();
    expect(shown().state).toBe('MET');
    // Hidden from the app as well.
    world.jira.removeComment('1', lastComment());
    await reread();
    expect(shown().state).toBe('MET');
  });

  test('deleted, it was never given', async () => {
    await tell(world.jira.comment('1', 'ann'));
    await tell(world.jira.removeComment('1', lastComment()));
    expect(shown().state).toBe('RUNNING');
  });

  test('edited in its words only, it moves nothing', async () => {
    await tell(world.jira.comment('1', 'ann'));
    const before = world.stored.get('1');
    world.time += HOUR;
    world.jira.editComment('1', lastComment());
    expect(await reread()).toBe('unchanged');
    expect(world.stored.get('1')).toBe(before);
  });
});
