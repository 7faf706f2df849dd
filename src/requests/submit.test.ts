import fc from 'fast-check';
import { type FakeForge, installFakeForge } from '../../test/support/fake-forge';
import { field, published } from '../../test/support/samples';
import type { ApprovalStep, PublishedItem } from '../catalog/domain/model';
import { JiraRefused, JiraUnavailable } from '../shared/domain/errors';
import type { NewIssue } from '../platform/jira/create-issue';
import type { RequestProperty } from './domain/schema';
import { readDraft, requests, pendingApprovals } from './store';
import { submit, type Submission, type SubmitPorts } from './submit';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const token = 'token-0000-0001';

interface World {
  readonly forge: FakeForge;
  readonly issues: {
    readonly as: string;
    readonly fields: NewIssue['fields'];
    readonly property: RequestProperty;
  }[];
  readonly told: string[];
  readonly ports: SubmitPorts;
}

/** A Jira of one list of issues; what is created is searchable at once. */
function world(item: PublishedItem = published(), over: Partial<SubmitPorts> = {}): World {
  const forge = installFakeForge('alice');
  const issues: World['issues'] = [];
  const told: string[] = [];
  const create = (as: string, { fields, property }: NewIssue) => {
    issues.push({ as, fields, property: property as RequestProperty });
    return { id: `${issues.length}`, key: `IT-${issues.length}` };
  };
  const ports: SubmitPorts = {
    findItem: async () => item,
    groupsOf: async () => [],
    peopleGone: async () => new Set(),
    namesOf: async (ids) => new Map(ids.map((id) => [id, `Name of ${id}`])),
    mayCreate: async () => true,
    createAsUser: async (issue) => create('user', issue),
    createAsApp: async (issue, reporter) => create(`app for ${reporter}`, issue),
    issueOfRequest: async (id) => {
      const at = issues.findIndex((issue) => issue.property.requestId === id);
      return at < 0 ? null : { id: `${at + 1}`, key: `IT-${at + 1}` };
    },
    createFields: async () => [],
    pause: async () => undefined,
    moveTo: async (issueId, statusId) => void told.push(`move ${issueId} ${statusId}`),
    notice: async (issueId, _body, about) => void told.push(`notice ${issueId} ${about}`),
    recordApproval: async (issueId, decision) => void told.push(`sla ${issueId} ${decision}`),
    ...over,
  };
  return { forge, issues, told, ports };
}

const form = (over: Partial<Submission> = {}): Submission => ({
  clientToken: token,
  itemId: 'laptop',
  itemVersion: 1,
  answers: { why: 'Mine is broken', due: '2026-04-01' },
  ...over,
});
const alice = (now = NOW) => ({ accountId: 'alice', now, groups: async () => [] });

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});

it('makes one issue with mapped fields, a readable table and the property, as the requester', async () => {
  const { issues, ports } = world();
  const answer = await submit(form(), alice(), ports);
  expect(answer).toEqual({ requestId: token, issueId: '1', issueKey: 'IT-1' });
  expect(issues[0]).toMatchObject({
    as: 'user',
    fields: {
      summary: 'Laptop for Name of alice: Mine is broken',
      duedate: '2026-04-01',
      labels: ['catalog'],
      project: { id: '10000' },
    },
    property: { requestId: token, itemId: 'laptop', itemVersion: 1, requestedFor: 'alice' },
  });
  expect(JSON.stringify(issues[0]?.fields.description)).toContain('Mine is broken');
  expect(await requests.get(token)).toMatchObject({ state: 'open', issueKey: 'IT-1', requester: 'alice' });
});

it('answers a repeated submit with the same issue', async () => {
  const { issues, ports } = world();
  const first = await submit(form(), alice(), ports);
  expect(await submit(form(), alice(NOW + 1_000), ports)).toEqual(first);
  expect(issues).toHaveLength(1);
});

it('creates as the app, for the requester, where they may not create themselves', async () => {
  const { issues, ports } = world(published(), { mayCreate: async () => false });
  await submit(form(), alice(), ports);
  expect(issues[0]?.as).toBe('app for alice');
});

it('names the fields of bad answers and writes nothing', async () => {
  const { forge, issues, ports } = world();
  await expect(submit(form({ answers: { due: 'soon' } }), alice(), ports)).rejects.toMatchObject({
    code: 'INVALID_ANSWERS',
    fields: [
      expect.objectContaining({ field: 'why', code: 'required' }),
      expect.objectContaining({ field: 'due', code: 'notADate' }),
    ],
  });
  expect([issues.length, forge.kvs.rows.size]).toEqual([0, 0]);
});

it('refuses a form that was published anew meanwhile', async () => {
  const { ports } = world(published({}, 2));
  await expect(submit(form(), alice(), ports)).rejects.toMatchObject({ code: 'CONFLICT' });
});

it('does not take over the token of somebody else', async () => {
  const { ports, issues } = world();
  await submit(form(), alice(), ports);
  await expect(submit(form(), { ...alice(), accountId: 'boris' }, ports)).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  expect(issues).toHaveLength(1);
});

it('asks for somebody else only what they may have themselves', async () => {
  const staffOnly = {
    availableFor: { groups: ['staff'], users: [] },
    notAvailableFor: { groups: [], users: [] },
  };
  const { issues, ports } = world(published({ entitlement: staffOnly }), {
    groupsOf: async (id) => (id === 'boris' ? ['staff'] : []),
  });
  await expect(submit(form({ requestedFor: 'olga' }), alice(), ports)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await submit(form({ requestedFor: 'boris' }), alice(), ports);
  expect(issues.map((issue) => issue.as)).toEqual(['app for boris']);
});

it('keeps a draft when Jira refuses, with its complaint at the field of the form, and a corrected retry goes through', async () => {
  const refusing = { on: true };
  const base = world();
  const ports: SubmitPorts = {
    ...base.ports,
    createAsUser: async (issue) => {
      if (refusing.on) throw new JiraRefused(400, [], { duedate: 'The date is in the past.' });
      return base.ports.createAsUser(issue);
    },
  };
  await expect(submit(form(), alice(), ports)).rejects.toMatchObject({
    code: 'JIRA_REFUSED',
    fields: [expect.objectContaining({ field: 'due', message: 'The date is in the past.' })],
  });
  expect(await readDraft('alice', 'laptop')).toMatchObject({ reason: 'submitFailed', clientToken: token });
  refusing.on = false;
  await submit(form({ answers: { why: 'Mine is broken', due: '2026-05-01' } }), alice(NOW + 1_000), ports);
  expect(base.issues.map((issue) => issue.fields.duedate)).toEqual(['2026-05-01']);
  expect(await readDraft('alice', 'laptop')).toBeNull();
});

it('finds the issue of an attempt whose answer was lost instead of making a second', async () => {
  const base = world();
  const lost = { on: true };
  const ports: SubmitPorts = {
    ...base.ports,
    createAsUser: async (issue) => {
      const made = await base.ports.createAsUser(issue);
      if (lost.on) throw new JiraUnavailable('It answered 504.');
      return made;
    },
  };
  await expect(submit(form(), alice(), ports)).rejects.toMatchObject({
    code: 'JIRA_UNAVAILABLE',
    retryable: true,
  });
  lost.on = false;
  expect(await submit(form(), alice(NOW + 1_000), ports)).toMatchObject({ issueKey: 'IT-1' });
  expect(base.issues).toHaveLength(1);
});

it('lets one of two submits at the same moment through', async () => {
  const { issues, ports } = world();
  const both = await Promise.allSettled([submit(form(), alice(), ports), submit(form(), alice(), ports)]);
  expect(issues).toHaveLength(1);
  const refused = both.filter((one) => one.status === 'rejected');
  for (const one of refused) expect(one.reason).toMatchObject({ code: 'CONFLICT', retryable: true });
  expect(refused).toHaveLength(1);
});

describe('with an approval', () => {
  const approval = { approvers: ['alice', 'maria'], rule: 'any', waitingStatusId: '9' } as const;

  it('asks the others than the requester, tells the SLA and moves the issue', async () => {
    const { told, ports } = world(published({ approval }));
    await submit(form(), alice(), ports);
    expect((await requests.get(token))?.approval).toMatchObject({ state: 'pending', approvers: ['maria'] });
    const waiting = await pendingApprovals.query({ index: 'by-approver', partition: ['maria'] });
    expect(waiting.docs.map((row) => row.requestId)).toEqual([token]);
    expect(told).toEqual(['sla 1 requested', 'move 1 9', 'notice 1 approval']);
  });

  it('asks nobody when its condition does not hold', async () => {
    const form3 = [field('why', { required: true }), field('due', { type: 'date' })];
    const step = { ...approval, when: { field: 'why', op: 'contains', value: 'expensive' } as const };
    const { told, ports } = world(published({ form: form3, approval: step }));
    await submit(form(), alice(), ports);
    expect(told).toEqual([]);
  });

  const approversWhen = async (gone: readonly string[], step: Partial<ApprovalStep>, answers = {}) => {
    const form3 = [field('why', { required: true }), field('boss', { type: 'user' })];
    const { ports, issues } = world(
      published({ form: form3, owner: 'sergey', approval: { ...approval, ...step } }),
      { peopleGone: async (ids) => new Set(ids.filter((id) => gone.includes(id))) },
    );
    const sent = submit(form({ answers: { why: 'x', ...answers } }), alice(), ports);
    return { sent, issues };
  };

  it.each([
    [
      'passes over who left, in a rule that wants all too',
      ['maria'],
      { approvers: ['maria', 'felix'], rule: 'all' },
      {},
      ['felix'],
    ],
    ['asks the owner when every approver left', ['maria'], { approvers: ['maria'] }, {}, ['sergey']],
    [
      'asks the owner when the form names somebody Jira does not know',
      ['ghost'],
      { approvers: [], approverField: 'boss' },
      { boss: 'ghost' },
      ['sergey'],
    ],
    ['asks whom the form names', [], { approvers: [], approverField: 'boss' }, { boss: 'felix' }, ['felix']],
  ] as const)('%s', async (_what, gone, step, answers, approvers) => {
    await (
      await approversWhen(gone, step, answers)
    ).sent;
    expect((await requests.get(token))?.approval).toMatchObject({ state: 'pending', approvers });
  });

  it('refuses before anything is made when nobody is left who could approve', async () => {
    const { sent, issues } = await approversWhen(['maria', 'sergey'], { approvers: ['maria'] });
    await expect(sent).rejects.toMatchObject({ code: 'NO_APPROVER' });
    expect(issues).toEqual([]);
  });

  it('refuses before anything is made when only the requester could approve', async () => {
    const { issues, ports } = world(
      published({ owner: 'alice', approval: { ...approval, approvers: ['alice'] } }),
    );
    await expect(submit(form(), alice(), ports)).rejects.toMatchObject({ code: 'NO_APPROVER' });
    expect(issues).toEqual([]);
  });
});

it('makes exactly one issue whatever fails on the way, once retries succeed', async () => {
  const faults = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 12 }),
      kind: fc.constantFrom('busy', 'lostReply', 'crash' as const),
    }),
    { maxLength: 3 },
  );
  await fc.assert(
    fc.asyncProperty(faults, fc.boolean(), async (plan, approve) => {
      const approval = { approvers: ['maria'], rule: 'any' } as const;
      const base = world(published(approve ? { approval } : {}));
      let retry = 0;
      for (; retry <= plan.length; retry += 1) {
        const ports = withFault(base, plan[retry]);
        const now = NOW + retry * 60_000; // an attempt that crashed is taken for dead by then
        const done = await submit(form(), alice(now), ports).catch(() => null);
        if (done && retry >= plan.length) expect(done.issueKey).toBe('IT-1');
      }
      clearFaults(base);
      const last = await submit(form(), alice(NOW + retry * 60_000), base.ports);
      expect(last.issueKey).toBe('IT-1');
      expect(base.issues).toHaveLength(1);
      expect(await requests.get(token)).toMatchObject({ state: 'open', issueId: '1' });
    }),
    { numRuns: 150 },
  );
});

type Fault = { readonly at: number; readonly kind: 'busy' | 'lostReply' | 'crash' };

function clearFaults({ forge }: World): void {
  forge.kvs.before = () => undefined;
  forge.kvs.after = () => undefined;
}

/** The nth thing the app does outside itself goes wrong: refused, done without an answer, or the function dies there. */
function withFault(base: World, fault: Fault | undefined): SubmitPorts {
  clearFaults(base);
  if (!fault) return base.ports;
  let step = -1;
  let dead = false;
  const busy = { status: 429, body: { code: 'RATE_LIMIT_EXCEEDED', message: 'busy' } };
  const hits = () => {
    step += 1;
    if (dead) throw new Error('dead');
    if (step !== fault.at) return false;
    dead = fault.kind === 'crash';
    return true;
  };
  let hit = false;
  base.forge.kvs.before = () => {
    hit = hits();
    return hit && fault.kind === 'busy' ? busy : undefined;
  };
  base.forge.kvs.after = () =>
    hit && fault.kind !== 'busy' ? { status: 503, body: { code: 'GONE', message: 'no reply' } } : undefined;
  const create = base.ports.createAsUser;
  return {
    ...base.ports,
    createAsUser: async (issue) => {
      const struck = hits();
      if (struck && fault.kind === 'busy') throw new JiraUnavailable('It answered 503.');
      const made = await create(issue);
      if (struck) throw new JiraUnavailable('It answered 504.');
      return made;
    },
  };
}
