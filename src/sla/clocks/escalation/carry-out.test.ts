import { describe, expect, test } from '@jest/globals';
import { JiraRefused, JiraUnavailable } from '../../../kernel/errors';
import { replay } from '../../engine';
import type { EscalationAction } from '../../engine/model';
import { definitions, delivery, HOUR, PROJECT, STATUS } from '../../testing/definitions';
import { T0, World } from '../../testing/world';
import { mentioned } from '../../../work/notify/mentions';
import { addresseesOf } from './addressees';
import { carryOut as carryOutNoting, type Escalation } from './carry-out';
import type { EscalationPorts } from './ports';
import { escalationSentence, wallClock } from './message';

const setUp = async (values: Parameters<World['jira']['create']>[1] = {}) => {
  const world = new World();
  world.jira.create('1', values);
  const issue = await world.actors.readIssue('1');
  const metric = replay(
    definitions,
    {
      issueId: '1',
      issueKey: 'T-1',
      createdAt: T0,
      reporter: 'rita',
      initial: { projectId: [PROJECT], status: [STATUS.open], statusCategory: ['new'] },
      facts: [],
    },
    T0 + 3 * HOUR,
  ).metrics.find(({ id }) => id === 'delivery');
  const cycle = metric?.ongoingCycle;
  const [level] = delivery.escalations;
  if (issue === null || metric === undefined || cycle === undefined || level === undefined)
    throw new Error('set-up');
  const escalation: Escalation = {
    key: 'delivery:1:warn:0',
    level,
    metric,
    cycle,
    issue,
    responsible: { slaManager: 'sam' },
  };
  return { world, escalation };
};

const carryOut = (action: EscalationAction, index: number, escalation: Escalation, actors: EscalationPorts) =>
  carryOutNoting(action, index, escalation, actors, async () => undefined);

const again = (escalation: Escalation): Escalation => ({ ...escalation, attemptedSince: T0 });

describe('an action of an escalation', () => {
  test('the comment names the metric, the due time in the zone of the calendar, and the goal', async () => {
    const { escalation } = await setUp();
    expect(escalationSentence({ ...escalation, issueKey: 'T-1' })).toBe(
      'Delivery of T-1 is due Mon 1 Jun 2026, 13:00 (UTC) (goal “Four hours”, 75 %).',
    );
  });

  test('instants are written in the wall clock of the zone named', () => {
    expect(wallClock(T0, 'Europe/Berlin')).toBe('Mon 1 Jun 2026, 11:00 (Europe/Berlin)');
  });

  test('a second attempt at a comment that got through writes none', async () => {
    const { world, escalation } = await setUp();
    const action: EscalationAction = { kind: 'comment', to: [{ kind: 'assignee' }] };
    await carryOut(action, 0, escalation, world.actors);
    await carryOut(action, 0, again(escalation), world.actors);
    expect(world.keys('1')).toEqual(['delivery:1:warn:0#0']);
  });

  test('two comments of one level are two comments', async () => {
    const { world, escalation } = await setUp();
    const action: EscalationAction = { kind: 'comment', to: [{ kind: 'assignee' }] };
    await carryOut(action, 0, escalation, world.actors);
    await carryOut(action, 1, again(escalation), world.actors);
    expect(world.keys('1')).toHaveLength(2);
  });

  test.each<[EscalationAction, 'status' | 'priority' | 'assignee', string]>([
    [{ kind: 'assign', to: { kind: 'user', accountId: 'zoe' } }, 'assignee', 'zoe'],
    [{ kind: 'priority', priorityId: '1' }, 'priority', '1'],
    [{ kind: 'transition', toStatusId: STATUS.waiting }, 'status', STATUS.waiting],
  ])('%j changes the issue, and nothing when it is so already', async (action, field, value) => {
    const { world, escalation } = await setUp();
    await carryOut(action, 0, escalation, world.actors);
    expect(world.jira.issue('1').values[field]).toBe(value);
    const issue = await world.actors.readIssue('1');
    if (issue === null) throw new Error('gone');
    await carryOut(action, 0, { ...again(escalation), issue }, world.actors);
    expect(world.jira.issue('1').changelog).toHaveLength(1);
  });

  test('the property tells Automation which level of which metric', async () => {
    const { world, escalation } = await setUp();
    await carryOut({ kind: 'property', key: 'sla-alert' }, 0, escalation, world.actors);
    expect(world.jira.issue('1').properties['sla-alert']).toMatchObject({
      metric: 'delivery',
      level: 'warn',
      breached: false,
    });
  });

  test('what Jira refuses for good is told to administrators and not tried again', async () => {
    const { world, escalation } = await setUp();
    const actors = {
      ...world.actors,
      addLabel: () => Promise.reject(new JiraRefused(400, ['no labels here'])),
    };
    await carryOut({ kind: 'label', label: 'late' }, 0, escalation, actors);
    expect(world.complaints).toEqual(['actionRefused:label']);
  });

  test('a status the workflow does not reach from here is told to administrators', async () => {
    const { world, escalation } = await setUp();
    const actors = { ...world.actors, moveTo: () => Promise.resolve(false) };
    await carryOut({ kind: 'transition', toStatusId: '77' }, 0, escalation, actors);
    expect(world.complaints).toEqual(['transitionMissing:transition']);
  });

  test('a Jira that cannot answer makes the attempt fail, to be tried again', async () => {
    const { world, escalation } = await setUp();
    const actors = {
      ...world.actors,
      addLabel: () => Promise.reject(new JiraUnavailable('It answered 503.')),
    };
    await expect(carryOut({ kind: 'label', label: 'late' }, 0, escalation, actors)).rejects.toThrow('503');
  });
});

describe('a mail', () => {
  const action: EscalationAction = { kind: 'notify', to: [{ kind: 'assignee' }] };

  test('is noted before it is sent; what else is done is not', async () => {
    const { world, escalation } = await setUp();
    const order: string[] = [];
    world.fault = (step) => void order.push(step);
    const note = async () => void order.push('noted');
    await carryOutNoting(action, 0, escalation, world.actors, note);
    expect(order).toEqual(['noted', 'notified']);
    await carryOutNoting({ kind: 'comment', to: [] }, 1, escalation, world.actors, note);
    expect(order.filter((step) => step === 'noted')).toHaveLength(1);
  });

  test('that Jira does not confirm is not tried again, and Health is told', async () => {
    const { world, escalation } = await setUp();
    const actors = { ...world.actors, notify: () => Promise.reject(new JiraUnavailable('It answered 503.')) };
    await carryOut(action, 0, escalation, actors);
    expect(world.complaints).toEqual(['mailUnconfirmed:notify']);
  });

  test('that could not be noted is not sent, and is tried again', async () => {
    const { world, escalation } = await setUp();
    const note = () => Promise.reject(new Error('busy'));
    await expect(carryOutNoting(action, 0, escalation, world.actors, note)).rejects.toThrow('busy');
    expect([world.mails, world.complaints]).toEqual([[], []]);
  });
});

describe('who is told', () => {
  test.each([
    ['the assignee', { assignee: 'ann' }, 'ann'],
    ['the owner of the item when nobody is assigned', { assignee: null }, 'olaf'],
    ['the person responsible without an item', { assignee: null, owners: [] }, 'sam'],
  ] as const)('%s', async (_name, change, expected) => {
    const { world, escalation } = await setUp();
    const to = await addresseesOf(
      [{ kind: 'assignee' }],
      { ...escalation.issue, ...change },
      escalation.responsible,
      world.actors,
    );
    expect(to.users).toEqual([expected]);
  });

  test('the lead of the project as the last resort, and nobody when there is none', async () => {
    const { world, escalation } = await setUp();
    const vacant = { ...escalation.issue, assignee: null, owners: [] };
    const to = (issue: typeof vacant) =>
      addresseesOf([{ kind: 'assignee' }], issue, { slaManager: null }, world.actors);
    expect((await to(vacant)).users).toEqual(['lea']);
    expect((await to({ ...vacant, lead: null })).users).toEqual([]);
  });

  test('nobody who has left, and no empty group', async () => {
    const { world, escalation } = await setUp();
    world.left.add('ann').add('olaf');
    const to = (kind: 'assignee' | 'group') =>
      addresseesOf(
        [kind === 'group' ? { kind, groupId: 'g', name: 'IT' } : { kind }],
        escalation.issue,
        { slaManager: null, contact: 'cora' },
        kind === 'group' ? { ...world.actors, membersOfGroup: async () => [] } : world.actors,
      );
    expect((await to('assignee')).users).toEqual(['lea']);
    world.left.add('lea');
    expect((await to('assignee')).users).toEqual(['cora']);
    expect(await to('group')).toEqual({ users: ['cora'], groups: [] });
  });

  test('nobody who may not see the work item: the chain goes on to who can', async () => {
    const { world, escalation } = await setUp();
    world.blind.add('ann').add('olaf').add('sam');
    const { issue, responsible } = escalation;
    const to = await addresseesOf([{ kind: 'assignee' }], issue, responsible, world.actors);
    expect(to).toEqual({ users: ['lea'], groups: [] });
    world.blind.add('gus');
    const group = [{ kind: 'group', groupId: 'g', name: 'IT' }] as const;
    expect(await addresseesOf(group, issue, responsible, world.actors)).toEqual(to);
  });

  test('each of many groups of which somebody may see it, at the cost of a few questions', async () => {
    const { world, escalation } = await setUp();
    const asked: string[] = [];
    const actors = {
      ...world.actors,
      membersOfGroup: async (id: string) => Array.from({ length: 40 }, (_, n) => `${id}-${n}`),
      viewers: async (_key: string, ids: readonly string[]) => {
        asked.push(...ids);
        return new Set(ids);
      },
    };
    const groups = ['a', 'b', 'c', 'd'].map((id) => ({ kind: 'group' as const, groupId: id, name: id }));
    const to = await addresseesOf(groups, escalation.issue, escalation.responsible, actors);
    expect(to.groups.map(({ groupId }) => groupId)).toEqual(['a', 'b', 'c', 'd']);
    expect(asked.length).toBeLessThanOrEqual(20);
  });

  test('of several those who may see it; members who may not are not mentioned', async () => {
    const { world, escalation } = await setUp();
    world.blind.add('ann');
    const actors = { ...world.actors, membersOfGroup: async () => ['ann', 'gus'] };
    const to = await addresseesOf(
      [{ kind: 'assignee' }, { kind: 'group', groupId: 'g', name: 'IT' }],
      escalation.issue,
      escalation.responsible,
      actors,
    );
    expect(to.users).toEqual([]);
    expect(await mentioned(to, escalation.issue.key, actors)).toEqual(['gus']);
  });

  test('nobody at all when none of them may see it, and Health is told', async () => {
    const { world, escalation } = await setUp();
    for (const id of ['ann', 'olaf', 'sam', 'lea']) world.blind.add(id);
    await carryOut({ kind: 'notify', to: [{ kind: 'assignee' }] }, 0, escalation, world.actors);
    await carryOut({ kind: 'assign', to: { kind: 'itemOwner' } }, 0, escalation, world.actors);
    expect(world.mails).toEqual([]);
    expect(world.complaints).toEqual(['nobodyToTell:notify', 'nobodyToTell:assign']);
  });

  test.each([
    ['refuses to say who sees it', { viewers: async () => null }],
    [
      'answers with nobody because the app may not ask',
      { viewers: async () => new Set<string>(), tellsViewers: async () => false },
    ],
  ])('those who are named while Jira %s, and Health is told', async (_name, blind) => {
    const { world, escalation } = await setUp();
    const actors = { ...world.actors, ...blind };
    await carryOut({ kind: 'notify', to: [{ kind: 'assignee' }] }, 0, escalation, actors);
    expect(world.mails).toEqual(['1:ann']);
    expect(world.complaints).toEqual(['viewersUnknown:notify']);
  });

  test('groups are mentioned by their members, each person once', async () => {
    const { world, escalation } = await setUp();
    const to = await addresseesOf(
      [{ kind: 'group', groupId: 'g', name: 'IT' }, { kind: 'assignee' }, { kind: 'user', accountId: 'gus' }],
      escalation.issue,
      escalation.responsible,
      world.actors,
    );
    expect(await mentioned(to, escalation.issue.key, world.actors)).toEqual(['ann', 'gus']);
  });

  test('nobody at all: the comment stands on the issue and administrators are told', async () => {
    const { world, escalation } = await setUp();
    const issue = { ...escalation.issue, assignee: null, owners: [], lead: null };
    const action: EscalationAction = { kind: 'comment', to: [{ kind: 'assignee' }] };
    await carryOut(action, 0, { ...escalation, issue, responsible: { slaManager: null } }, world.actors);
    expect(world.keys('1')).toHaveLength(1);
    expect(world.complaints).toEqual(['nobodyToTell:comment']);
  });
});

describe('the language of a message', () => {
  test('Russian sentences name the due time in the zone of the calendar', async () => {
    const { escalation } = await setUp();
    expect(escalationSentence({ ...escalation, issueKey: 'T-1' }, 'ru')).toBe(
      'T-1, «Выполнение»: срок — пн 1 июн. 2026, 13:00 (UTC) (цель «Four hours», 75 %).',
    );
  });

  test.each([
    [{ dueTime: T0 + HOUR }, 'T-1 is due Mon 1 Jun 2026, 10:00 (UTC)', 'T-1, «Выполнение»: срок — пн 1'],
    [
      { breachTime: T0 },
      'T-1 was due Mon 1 Jun 2026, 09:00 (UTC) and is overdue',
      'срок истёк пн 1 июн. 2026, 09:00',
    ],
    [
      {},
      'Delivery of T-1 needs attention (goal “Four hours”, 75 %).',
      'T-1, «Выполнение»: требуется внимание (цель',
    ],
  ])('says of %j what it must in both languages', async (times, english, russian) => {
    const { escalation } = await setUp();
    const { dueTime: _due, breachTime: _breach, ...rest } = escalation.cycle;
    const message = { ...escalation, cycle: { ...rest, ...times }, issueKey: 'T-1' };
    expect(escalationSentence(message)).toContain(english);
    expect(escalationSentence(message, 'ru')).toContain(russian);
  });

  test('a comment speaks to whom it mentions', async () => {
    const { world, escalation } = await setUp();
    world.languages.set('ann', 'ru');
    const bodies: string[] = [];
    const actors = {
      ...world.actors,
      comment: async (_id: string, body: unknown) => void bodies.push(JSON.stringify(body)),
    };
    await carryOut({ kind: 'comment', to: [{ kind: 'assignee' }] }, 0, escalation, actors);
    expect(bodies[0]).toContain('срок');
    expect(bodies[0]).not.toContain('is due');
  });
});
