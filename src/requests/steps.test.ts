import { carried, openDirectory, runnerOver, stepPorts } from '../../test/support/carried';
import { alice, form, NOW, requestWorld, token } from '../../test/support/request-world';
import { field, published } from '../../test/support/samples';
import { JiraRefused, JiraUnavailable } from '../kernel/errors';
import type { IssueNow } from '../platform/jira/issues/issues-now';
import { auditEntries } from '../platform/storage/audit-entries';
import { failedSteps, stepTimers, tryAgain } from '../work/due-steps';
import { stepRows } from '../work/steps';
import { sweepKind } from '../work/timers';
import { cancelRequest, commentOnRequest, reopenRequest, type ActionPorts } from './act-on-request';
import { decideApproval, type DecidePorts } from './approvals/decide-approval';
import { keepDraft, storedDraft } from '../../test/support/drafts';
import { type StepPorts, withoutPerson } from './steps';
import { readRequest } from './records/store';
import { updateRequest } from './records/update-request';
import { submit } from './sending/submit';

const MINUTE = 60_000;
const approval = {
  approvers: ['maria'],
  rule: 'any',
  waitingStatusId: '2',
  approvedToStatusId: '6',
  declinedToStatusId: '5',
} as const;

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});

/** A site where what is moved and said is kept, and where each thing the app does may fail for once. */
function site(over: Partial<ReturnType<typeof published>['content']> = {}) {
  const item = published({ approvals: [approval], ...over });
  const world = requestWorld(item);
  const clock = { now: NOW };
  const status = { id: '1' };
  const seeing = { nobody: false };
  const said: { readonly mark: string; readonly what: string }[] = [];
  const failures: { on: string; error: Error; after?: boolean }[] = [];
  const fails = (on: string, after: boolean) => {
    const at = failures.findIndex((each) => each.on === on && (each.after ?? false) === after);
    const [failure] = at < 0 ? [] : failures.splice(at, 1);
    if (failure) throw failure.error;
  };
  const doing = async (on: string, act: () => void) => {
    fails(on, false);
    act();
    fails(on, true);
  };
  const issue = (): IssueNow => ({
    id: '1',
    key: 'IT-1',
    summary: 'Laptop',
    status: { id: status.id, category: status.id === '1' ? 'new' : 'indeterminate' },
    reporter: 'alice',
    updated: '',
    isAssigned: true,
  });
  const step: StepPorts = stepPorts({
    now: () => clock.now,
    itemInVersion: async () => item,
    directory: {
      ...openDirectory,
      viewers: async (_, ids) => new Set(seeing.nobody ? [] : ids),
    },
    createAsApp: world.ports.createAsApp,
    issueOfRequest: world.ports.issueOfRequest,
    createFields: async () => [],
    issuesNow: async (ids) => new Map(ids.filter((id) => id === '1').map((id) => [id, issue()])),
    addWatcher: (_, who) => doing('watch', () => void world.told.push(`watch ${who}`)),
    recordApproval: (_, decision) => doing('sla', () => void world.told.push(`sla ${decision}`)),
    moveTo: (_, to) => doing('move', () => void (world.told.push(`move ${to}`), (status.id = to))),
    notice: (_, body, what, mark) =>
      doing(
        'notice',
        () => void (world.told.push(`notice ${what}`), said.push({ mark, what: JSON.stringify(body) })),
      ),
    commentAsUser: async (_, body, mark) => {
      await doing(
        'comment',
        () => void (world.told.push('comment'), said.push({ mark, what: JSON.stringify(body) })),
      );
      return true;
    },
    commentFor: async (_, body, by, mark) => {
      await doing(
        'comment',
        () => void (world.told.push(`comment for ${by}`), said.push({ mark, what: JSON.stringify(body) })),
      );
    },
    isCommented: async (_, mark) => said.some((each) => each.mark === mark),
  });
  const ports = carried<StepPorts & Omit<ActionPorts & DecidePorts, 'carryOut'>>({
    ...step,
    hasMoved: async () => status.id !== '1',
    mayBrowse: async () => new Set(),
    promisesOf: async () => new Map(),
    publicComments: async () => [],
  });
  const sending = { ...world.ports, ...ports };
  const timers = stepTimers(runnerOver(withoutPerson(ports)));
  const sweep = async (minutes: number) => {
    clock.now += minutes * MINUTE;
    return (await sweepKind(timers, clock.now)) + (await sweepKind(timers, clock.now, 'f'));
  };
  const unavailable = (on: string, after?: boolean) =>
    failures.push({ on, error: new JiraUnavailable('It answered 503.'), ...(after && { after }) });
  const refused = (on: string) =>
    failures.push({ on, error: new JiraRefused(409, ['The workflow has no way.']) });
  return {
    ...world,
    ports,
    sending,
    sweep,
    clock,
    status,
    seeing,
    said,
    unavailable,
    refused,
    runner: runnerOver(ports),
  };
}

const decide = (at: ReturnType<typeof site>, decision: 'approved' | 'declined' = 'approved') =>
  decideApproval(
    { requestId: token, decision, comment: 'Fine.' },
    { ...alice(at.clock.now), accountId: 'maria' },
    at.ports,
  );

const rowsLeft = async () =>
  (await stepRows.queryAll({ index: 'by-due', partition: ['y'] }, 50)).length +
  (await stepRows.queryAll({ index: 'by-due', partition: ['f'] }, 50)).length;

describe('who asks for somebody else', () => {
  const forOther = {
    approvals: [],
    form: [field('why'), field('who', { type: 'user' })],
    onBehalf: { field: 'who', access: 'delegated' },
  } as const;
  const forFelix = form({ answers: { why: 'x', who: 'felix' } });
  const watching = ({ told }: ReturnType<typeof site>) => told.filter((each) => each.startsWith('watch'));

  it('watches the work item, whose reporter the other is, and is so mailed what Jira mails them', async () => {
    const at = site(forOther);
    await submit(forFelix, alice(), at.sending);
    expect(watching(at)).toEqual(['watch alice']);
    const own = site({ ...forOther, approvals: [approval] });
    await submit(form({ answers: { why: 'x' } }), alice(), own.sending);
    expect(watching(own)).toEqual([]);
  });

  it('does not where they may not see it, and nothing is left to do where Jira lets nobody watch', async () => {
    const unseen = site(forOther);
    unseen.seeing.nobody = true;
    await submit(forFelix, alice(), unseen.sending);
    expect(watching(unseen)).toEqual([]);
    const refused = site(forOther);
    refused.refused('watch');
    await submit(forFelix, alice(), refused.sending);
    expect(watching(refused)).toEqual([]);
    expect([await rowsLeft(), await failedSteps()]).toEqual([0, []]);
  });

  it('does later where Jira could not be reached, and once the work item is made where it was approved first', async () => {
    const late = site(forOther);
    late.unavailable('watch');
    await submit(forFelix, alice(), late.sending);
    expect(watching(late)).toEqual([]);
    await late.sweep(2);
    expect(watching(late)).toEqual(['watch alice']);
    const approved = site({ ...forOther, approvals: [{ ...approval, beforeIssue: true }] });
    await submit(forFelix, alice(), approved.sending);
    expect(watching(approved)).toEqual([]);
    await decide(approved);
    expect(watching(approved)).toEqual(['watch alice']);
  });
});

describe('what follows a submission', () => {
  it('happens at once, in its order, and leaves nothing to do', async () => {
    const at = site();
    await keepDraft('alice');
    await submit(form(), alice(), at.sending);
    expect(at.told).toEqual(['sla requested', 'move 2', 'notice approval']);
    expect(await storedDraft('alice')).toBeNull();
    expect(await rowsLeft()).toBe(0);
  });

  it('is made good by the sweep where Jira failed once, and said once', async () => {
    const at = site();
    at.unavailable('move');
    at.unavailable('notice', true);
    expect(await submit(form(), alice(), at.sending)).toMatchObject({ issueKey: 'IT-1' });
    expect(at.told).toEqual(['sla requested', 'notice approval']);
    await at.sweep(10);
    expect(at.told).toEqual(['sla requested', 'notice approval', 'move 2']);
    expect(at.said).toHaveLength(1);
    expect(await rowsLeft()).toBe(0);
  });

  it('is shown where no approver is reached, and asks them once when somebody has mended it', async () => {
    const at = site();
    at.seeing.nobody = true;
    await submit(form(), alice(), at.sending);
    expect(at.told).toEqual(['sla requested', 'move 2']);
    const [failed] = await failedSteps();
    expect(failed).toMatchObject({ why: 'NOBODY_TO_TELL', about: { item: 'Laptop' } });
    at.seeing.nobody = false;
    await tryAgain(failed?.id ?? '', at.runner);
    await at.sweep(10);
    expect([at.told.slice(2), await failedSteps()]).toEqual([['notice approval'], []]);
  });

  it('asks nobody for what was withdrawn before the approvers could be told', async () => {
    const at = site();
    at.unavailable('move');
    at.unavailable('notice');
    await submit(form(), alice(), at.sending);
    await updateRequest(token, (request) => ({
      next: {
        ...request!,
        approvals: request!.approvals.map((each) => ({ ...each, state: 'void' as const })),
      },
      answer: undefined,
    }));
    await at.sweep(10);
    expect(at.told).toEqual(['sla requested']);
    expect(await rowsLeft()).toBe(0);
  });
});

describe('a request whose work item was made while the function died', () => {
  it.each([true, false])(
    'is found and finished though nobody comes back (crash after the write: %s)',
    async (afterIt) => {
      const at = site();
      const dead = { on: false };
      const dies = (path: string) => {
        if (dead.on && path === '/api/v1/transaction') throw new Error('dead');
        return undefined;
      };
      at.forge.kvs.before = dies;
      const createAsApp: StepPorts['createAsApp'] = async (issue, reporter) => {
        const made = await at.ports.createAsApp(issue, reporter);
        dead.on = true;
        if (afterIt) throw new Error('dead');
        return made;
      };
      await expect(submit(form(), alice(), { ...at.sending, createAsApp })).rejects.toThrow();
      dead.on = false;
      expect(await readRequest(token)).toMatchObject({ state: 'creating' });
      await at.sweep(2);
      expect(await readRequest(token)).toMatchObject({ state: 'open', issueKey: 'IT-1' });
      expect(at.told).toEqual(['sla requested', 'move 2', 'notice approval']);
      expect(at.issues).toHaveLength(1);
      expect(await rowsLeft()).toBe(0);
    },
  );

  it('is let go where no work item was made, once Jira surely knows', async () => {
    const at = site();
    const down = {
      ...at.sending,
      createAsApp: async () => Promise.reject(new JiraUnavailable('It answered 503.')),
    };
    await expect(submit(form(), alice(), down)).rejects.toMatchObject({ code: 'JIRA_UNAVAILABLE' });
    await at.sweep(2);
    expect(await rowsLeft()).toBe(1);
    await at.sweep(30);
    expect([await rowsLeft(), at.told, (await failedSteps()).length]).toEqual([0, [], 0]);
  });
});

describe('what follows a decision', () => {
  const asked = async (over?: Parameters<typeof site>[0]) => {
    const at = site(over);
    await submit(form(), alice(), at.sending);
    at.told.length = 0;
    at.clock.now += MINUTE;
    return at;
  };

  it('moves the work item later where Jira failed once', async () => {
    const at = await asked();
    at.unavailable('move');
    expect((await decide(at)).state).toBe('approved');
    expect([at.status.id, at.told]).toEqual(['2', ['sla approved', 'notice approved']]);
    await at.sweep(10);
    expect([at.status.id, at.told]).toEqual(['6', ['sla approved', 'notice approved', 'move 6']]);
    expect(await rowsLeft()).toBe(0);
  });

  it('moves nothing that went on by itself meanwhile', async () => {
    const at = await asked();
    at.unavailable('move');
    await decide(at);
    at.status.id = '7';
    await at.sweep(10);
    expect(at.status.id).toBe('7');
    expect(await rowsLeft()).toBe(0);
  });

  it('says a decision once though the answer to the comment was lost', async () => {
    const at = await asked();
    at.unavailable('notice', true);
    await decide(at);
    await at.sweep(10);
    expect(at.said.filter(({ what }) => what.includes('Approved by'))).toHaveLength(1);
  });

  it('waits for what was decided before it', async () => {
    const at = site();
    at.unavailable('move');
    await submit(form(), alice(), at.sending);
    at.clock.now += MINUTE / 4;
    await decide(at);
    expect(at.told).toEqual(['sla requested', 'notice approval']);
    await at.sweep(10);
    await at.sweep(10);
    expect(at.told).toEqual([
      'sla requested',
      'notice approval',
      'sla approved',
      'move 6',
      'notice approved',
    ]);
  });

  it('is shown where Jira refuses it, with whom it is about, and goes on when it is tried again', async () => {
    const at = await asked();
    at.refused('move');
    await decide(at);
    expect(await failedSteps()).toMatchObject([
      {
        subject: `request:${token}`,
        why: 'The workflow has no way.',
        about: { item: 'Laptop', owner: 'sergey' },
      },
    ]);
    const [failed] = await failedSteps();
    expect(await tryAgain(failed?.id ?? '', at.runner)).toBe(true);
    expect([at.status.id, (await failedSteps()).length]).toEqual(['6', 0]);
    expect(await tryAgain(failed?.id ?? '', at.runner)).toBe(false);
  });

  it('is shown where Jira could not be reached for a day', async () => {
    const at = await asked();
    for (let n = 0; n < 40; n += 1) at.unavailable('move');
    await decide(at);
    for (let hour = 0; hour < 26; hour += 1) await at.sweep(61);
    expect(await failedSteps()).toMatchObject([{ why: 'JIRA_UNAVAILABLE' }]);
  });
});

describe('an action of the requester', () => {
  const open = async (status: string) => {
    const at = site({ approvals: [] });
    await submit(form(), alice(), at.sending);
    at.told.length = 0;
    at.status.id = status;
    return at;
  };

  it('says an answer once though the work item could not be moved, and moves it later', async () => {
    const at = await open('2');
    at.unavailable('move');
    await commentOnRequest(token, 'Here you are', alice(), at.ports);
    await commentOnRequest(token, 'Here you are', alice(at.clock.now + 1_000), at.ports).catch(
      () => undefined,
    );
    await at.sweep(10);
    expect([at.status.id, at.told]).toEqual(['1', ['comment', 'move 1']]);
  });

  it('cancels once, with the reason said once, however often it was tried', async () => {
    const at = await open('1');
    at.unavailable('move');
    const cancel = () => cancelRequest(token, 'Not needed', alice(at.clock.now), at.ports);
    await expect(cancel()).rejects.toMatchObject({ code: 'DONE_LATER' });
    expect(at.told).toEqual([]);
    await cancel();
    await at.sweep(10);
    expect(at.told).toEqual(['move 5', 'comment']);
    expect(await readRequest(token)).toMatchObject({ state: 'closed' });
    const { docs } = await auditEntries.query({ index: 'by-subject', partition: [`request:${token}`] });
    expect(docs.map(({ action }) => action)).toEqual(['request.cancelled']);
  });

  it('keeps the reason of a reopening whose comment failed', async () => {
    const at = await open('3');
    at.unavailable('comment');
    await expect(reopenRequest(token, 'Still broken', alice(), at.ports)).rejects.toMatchObject({
      code: 'DONE_LATER',
    });
    expect(at.told).toEqual(['move 1']);
    await at.sweep(10);
    expect(at.told).toEqual(['move 1', 'comment for alice']);
    expect(at.said.map(({ what }) => what.includes('Still broken'))).toEqual([true]);
  });
});
