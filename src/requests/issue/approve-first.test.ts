import { carried, runnerOver } from '../../../test/support/carried';
import { promiseFourHours } from '../../../test/support/promises';
import { alice, form, NOW, requestWorld, token } from '../../../test/support/request-world';
import { field, published } from '../../../test/support/samples';
import { DOTS } from '../../catalog/domain/field-types';
import { JiraRefused, JiraUnavailable } from '../../kernel/errors';
import type { IssueNow } from '../../platform/jira/issues/issues-now';
import { failedSteps, stepTimers, tryAgain } from '../../work/due-steps';
import { sweepKind } from '../../work/timers';
import { cancelRequest } from '../act-on-request';
import { decideApproval } from '../approvals/decide-approval';
import { fileText } from '../../catalog/domain/files/file-ref';
import { getRequest } from '../reading/get-request';
import { listApprovals } from '../approvals/list-approvals';
import { listRequests } from '../reading/list-requests';
import { withoutPerson } from '../steps';
import { readRequest } from '../records/store';
import { submit } from '../sending/submit';

const MINUTE = 60_000;
const approval = { approvers: ['maria'], rule: 'any', beforeIssue: true } as const;
const maria = (now: number) => ({ accountId: 'maria', now, groups: async () => [] });

/** A request that waits, and what people do to it; `creates` is how Jira takes its work item. */
async function waiting(over: Parameters<typeof published>[0] = {}, answers = form().answers) {
  const clock = { now: NOW };
  const item = published({ approvals: [approval], ...over });
  const world = requestWorld(item);
  const creates = { now: world.ports.createAsApp };
  const index = { lags: false };
  const ports = carried({
    ...world.ports,
    now: () => clock.now,
    createAsApp: (...made: Parameters<typeof creates.now>) => creates.now(...made),
    issueOfRequest: async (id: string) => (index.lags ? null : world.ports.issueOfRequest(id)),
    issuesNow: async (ids: readonly string[]) => new Map(ids.map((id) => [id, issueNow(id)])),
    hasMoved: async () => false,
    mayBrowse: async () => new Set<string>(),
    promisesOf: async () => new Map(),
    publicComments: async () => [],
  });
  const sent = await submit(form({ answers }), alice(), ports);
  const timers = stepTimers(runnerOver(withoutPerson(ports)));
  return {
    ...world,
    creates,
    index,
    sent,
    ports,
    decide: (decision: 'approved' | 'declined', comment = '') =>
      decideApproval({ requestId: token, decision, comment }, maria(clock.now), ports),
    cancel: () => cancelRequest(token, 'Found one', alice(clock.now), ports),
    view: () => getRequest(token, alice(clock.now), ports),
    /** What is left to do is looked for, a few minutes apart. */
    later: async (times: number) => {
      for (let time = 0; time < times; time += 1) {
        clock.now += 5 * MINUTE;
        await sweepKind(timers, clock.now);
        await sweepKind(timers, clock.now, 'f');
      }
    },
    again: (id: string) => tryAgain(id, runnerOver(withoutPerson(ports))),
  };
}

const issueNow = (id: string): IssueNow => ({
  id,
  key: `IT-${id}`,
  summary: 'Laptop',
  status: { id: '1', category: 'new' },
  reporter: 'alice',
  updated: '',
  isAssigned: false,
});

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});

it('waits for its approval without a work item, in the lists of who asked and of who decides', async () => {
  const { sent, issues, told, ports, view } = await waiting();
  expect(sent).toEqual({ requestId: token });
  expect([issues, told]).toEqual([[], []]);
  expect((await listRequests('open', undefined, alice(), ports)).rows).toMatchObject([
    { id: token, issueKey: '', stage: { name: { en: 'Waiting for approval' } }, actor: 'approver' },
  ]);
  expect(await listApprovals(maria(NOW), ports)).toMatchObject([{ requestId: token, issueKey: '' }]);
  const { answers, approval: asked, actions } = await view();
  expect(answers.map(({ value }) => value)).toContain('Mine is broken');
  expect(asked).toMatchObject({ state: 'pending', approverNames: ['Name of maria'] });
  expect(actions).toEqual({ confirm: false, reopen: false, cancel: true, comment: false, addFiles: true });
});

it('keeps its promise with its date in sight while it waits, on its page and in the list, and no longer', async () => {
  const { ports, view, decide } = await waiting();
  const row = async () => (await listRequests('open', undefined, alice(), ports)).rows[0];
  expect([(await view()).promises, (await row())?.promise]).toEqual([[], null]);
  await promiseFourHours();
  const { promises } = await view();
  expect(promises).toMatchObject([
    { metricId: 'delivery', state: 'paused', pauseReason: 'approval', dueIfResumedTime: NOW + 4 * 3_600_000 },
  ]);
  expect((await row())?.promise).toMatchObject({ state: 'paused', pauseReason: 'approval' });
  await decide('declined', 'Not this year');
  expect((await view()).promises).toEqual([]);
});

it('is the same request when the form is sent again', async () => {
  const { ports, sent, issues } = await waiting();
  expect(await submit(form(), alice(NOW + MINUTE), ports)).toEqual(sent);
  expect(issues).toEqual([]);
});

it('gets its work item once it is approved, with who asked as its reporter, and the SLA and the work item are told', async () => {
  const { decide, issues, told, ports, view } = await waiting();
  await decide('approved', 'Fine');
  expect(issues).toMatchObject([{ as: 'app for alice', property: { requestId: token } }]);
  expect(await readRequest(token)).toMatchObject({ state: 'open', issueKey: 'IT-1' });
  expect(told).toContain('sla 1 approved');
  expect((await view()).approval).toMatchObject({ state: 'approved', decisions: [{ comment: 'Fine' }] });
  expect(await submit(form(), alice(NOW + MINUTE), ports)).toMatchObject({ issueKey: 'IT-1' });
  expect(issues).toHaveLength(1);
});

it('ends with the reason where it is declined, and nothing was made', async () => {
  const { decide, issues, told, ports, view } = await waiting();
  await decide('declined', 'Not this year');
  expect([issues, told]).toEqual([[], []]);
  expect(await view()).toMatchObject({
    stage: { name: { en: 'Declined' }, kind: 'cancelled' },
    approval: { state: 'declined', decisions: [{ comment: 'Not this year' }] },
    actions: { cancel: false, reopen: false },
  });
  expect((await listRequests('closed', undefined, alice(), ports)).rows).toHaveLength(1);
});

it('can be taken back while it waits; then nobody decides any more', async () => {
  const { cancel, decide, issues, view, ports } = await waiting();
  await cancel();
  expect(await view()).toMatchObject({ stage: { name: { en: 'Cancelled' } }, approval: { state: 'void' } });
  expect(await listApprovals(maria(NOW), ports)).toEqual([]);
  await expect(decide('approved')).rejects.toMatchObject({ code: 'APPROVAL_OVER' });
  expect(issues).toEqual([]);
});

it('says of its files that they will be on the work item for as long as there may be one', async () => {
  const proof = [fileText({ id: 'f-1', name: 'a.png', size: 1, type: 'image/png' })];
  const { decide, view } = await waiting({ form: [field('proof', { type: 'file' })] }, { proof });
  expect((await view()).files).toMatchObject([{ name: 'a.png', state: 'waiting' }]);
  await decide('declined');
  const ended = await view();
  expect(ended.files).toEqual([]);
  expect(JSON.stringify(ended.answers)).toContain('a.png');
});

it.each(['decline', 'cancel'] as const)(
  'keeps no secret once it has ended without a work item: %s',
  async (end) => {
    const { forge, cancel, decide } = await waiting(
      { form: [field('why'), field('pin', { type: 'secret' })] },
      { why: 'lost', pin: 'hunter2' },
    );
    const kept = () => JSON.stringify([...forge.kvs.rows]);
    expect(kept()).toContain('hunter2');
    await (end === 'cancel' ? cancel() : decide('declined'));
    expect(kept()).not.toContain('hunter2');
    expect((await readRequest(token))?.answers).toEqual({ why: 'lost', pin: DOTS });
  },
);

it('is kept where Jira refuses the work item, shown to who can mend it, and made once it is tried again', async () => {
  const { creates, issues, decide, view, again } = await waiting();
  const create = creates.now;
  creates.now = async () => Promise.reject(new JiraRefused(400, ['Team is required.']));
  await decide('approved');
  expect(issues).toEqual([]);
  expect(await view()).toMatchObject({ stage: { name: { en: 'Approved' } }, actor: 'provider' });
  const [failed] = await failedSteps();
  expect(failed).toMatchObject({
    steps: [{ kind: 'make', state: 'failed' }, {}, {}],
    why: expect.stringContaining('Team') as unknown,
  });
  creates.now = create;
  await again(failed?.id ?? '');
  expect([issues.length, await failedSteps()]).toEqual([1, []]);
});

it('is made once where Jira’s answer was lost, though its index shows the work item only minutes later', async () => {
  const { creates, index, decide, later, issues } = await waiting();
  const create = creates.now;
  creates.now = async (...made) => {
    await create(...made);
    throw new JiraUnavailable('It did not answer.');
  };
  index.lags = true;
  await decide('approved');
  creates.now = create;
  await later(1);
  expect(await readRequest(token)).toMatchObject({ state: 'open', attempt: { outcome: 'unknown' } });
  index.lags = false;
  await later(10);
  expect([issues.length, (await readRequest(token))?.issueKey]).toEqual([1, 'IT-1']);
});

it('is not taken back once its work item is being made', async () => {
  const { creates, cancel, decide, later, issues } = await waiting();
  const create = creates.now;
  creates.now = async () => Promise.reject(new JiraUnavailable('It answered 503.'));
  await decide('approved');
  await expect(cancel()).rejects.toMatchObject({ code: 'CONFLICT' });
  creates.now = create;
  await later(10);
  expect(issues).toHaveLength(1);
});

describe.each(['busy', 'lostReply', 'crash'] as const)('whatever fails after a yes (%s)', (kind) => {
  it.each(Array.from({ length: 16 }, (_, at) => at))('makes exactly one work item (at %i)', async (at) => {
    const world = await waiting();
    const mend = failAt(world, at, kind);
    await world.decide('approved').catch(() => undefined);
    mend();
    // Where the decision itself was lost, it is made again.
    await world.decide('approved').catch(() => undefined);
    await world.later(10);
    expect(world.issues).toHaveLength(1);
    expect(await readRequest(token)).toMatchObject({ state: 'open', issueKey: 'IT-1' });
    expect(await failedSteps()).toEqual([]);
  });
});

type World = Awaited<ReturnType<typeof waiting>>;

/** The nth thing done outside goes wrong: refused, done without an answer, or the function dies there. */
function failAt({ forge, creates }: World, at: number, kind: 'busy' | 'lostReply' | 'crash'): () => void {
  let step = -1;
  let dead = false;
  const hits = (): boolean => {
    if (dead) throw new Error('dead');
    step += 1;
    dead = step === at && kind === 'crash';
    return step === at;
  };
  let hit = false;
  forge.kvs.before = () => {
    hit = hits();
    return hit && kind === 'busy'
      ? { status: 429, body: { code: 'RATE_LIMIT_EXCEEDED', message: 'busy' } }
      : undefined;
  };
  forge.kvs.after = () => {
    if (hit && kind !== 'busy') throw new Error('lost');
    return undefined;
  };
  const create = creates.now;
  creates.now = async (issue, reporter) => {
    const fails = hits();
    if (fails && kind === 'busy') throw new JiraUnavailable('It answered 503.');
    const made = await create(issue, reporter);
    if (fails) throw new Error('lost');
    return made;
  };
  return () => {
    forge.kvs.before = () => undefined;
    forge.kvs.after = () => undefined;
    creates.now = create;
  };
}
