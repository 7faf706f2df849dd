import { carried, openDirectory, runnerOver, stepPorts } from '../../../test/support/carried';
import { alice, form, NOW, requestWorld, token } from '../../../test/support/request-world';
import { published } from '../../../test/support/samples';
import { JiraUnavailable } from '../../kernel/errors';
import type { IssueNow } from '../../platform/jira/issues/issues-now';
import type { ApprovalReminder } from '../../sla/definitions/domain/policy/model';
import { failedSteps } from '../../work/due-steps';
import { sweepKind } from '../../work/timers';
import { cancelRequest } from '../act-on-request';
import { checkApprovers } from './check-approvers';
import { decideApproval } from './decide-approval';
import { reminderAt } from '../domain/reminder';
import { requestTimersWith } from '../due-requests';
import { readRequest } from '../records/store';
import { submit } from '../sending/submit';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const step = {
  approvers: ['maria', 'felix'],
  rule: 'all',
  waitingStatusId: '2',
  approvedToStatusId: '6',
  declinedToStatusId: '5',
} as const;

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});

/** A request that waits for Maria and Felix since `NOW`, on a site where time passes and what is said is kept. */
async function waiting(first: ApprovalReminder = 'd1') {
  const item = published({ approvals: [step], owner: 'sergey' });
  const world = requestWorld(item);
  const site = { now: NOW, after: first, status: '2', isDown: false, seenBy: (id: string) => id !== '' };
  const said: { readonly mark: string; readonly to: readonly string[]; readonly words: string }[] = [];
  const issue = (): IssueNow => ({
    id: '1',
    key: 'IT-1',
    summary: 'Laptop',
    status: { id: site.status, category: site.status === '2' ? 'indeterminate' : 'done' },
    reporter: 'alice',
    updated: '',
    isAssigned: true,
  });
  const ports = carried({
    ...stepPorts({
      now: () => site.now,
      createAsApp: world.ports.createAsApp,
      issueOfRequest: world.ports.issueOfRequest,
      createFields: async () => [],
      itemInVersion: async () => item,
      directory: {
        ...openDirectory,
        viewers: async (_key, ids) => new Set(ids.filter((id) => site.seenBy(id))),
      },
      remindAt: async () => (since) => reminderAt(site.after, since, []),
      issuesNow: async () => {
        if (site.isDown) throw new JiraUnavailable('It answered 503.');
        return new Map([['1', issue()]]);
      },
      moveTo: async (_, to) => void (site.status = to),
      recordApproval: async () => undefined,
      commentAsUser: async () => true,
      notice: async (_, body, _about, mark) => {
        const words = JSON.stringify(body);
        said.push({ mark, words, to: ['maria', 'felix'].filter((id) => words.includes(`"id":"${id}"`)) });
      },
      isCommented: async (_, mark) => said.some((each) => each.mark === mark),
    }),
    hasMoved: async () => true,
    mayBrowse: async () => new Set(['1']),
    promisesOf: async () => new Map(),
    publicComments: async () => [],
  });
  await submit(form(), alice(), { ...world.ports, ...ports });
  const asked = said.splice(0);
  const timers = requestTimersWith(ports);
  return {
    site,
    asked,
    said,
    runner: runnerOver(ports),
    /** What a sweep does so long after they were asked. */
    sweep: async (ms: number, due: 'y' | 'f' = 'y') => {
      site.now = NOW + ms;
      await sweepKind(timers, site.now, due);
      return said.splice(0).map(({ to }) => to);
    },
    decide: (accountId: string) =>
      decideApproval(
        { requestId: token, decision: 'approved', comment: '' },
        { ...alice(site.now), accountId },
        ports,
      ),
    cancel: () => cancelRequest(token, 'Not needed.', alice(site.now), ports),
    daily: () =>
      checkApprovers({
        ...ports,
        now: site.now,
        appAccountId: async () => 'app',
        reminds: async () => site.after !== 'never',
      }),
  };
}

const approval = async () => (await readRequest(token))?.approvals[0];

describe('an approver who has not decided', () => {
  it('is reminded once it is time, three times, and then left alone', async () => {
    const at = await waiting();
    expect(at.asked.map(({ to }) => to)).toEqual([['maria', 'felix']]);
    expect(await at.sweep(DAY - 1)).toEqual([]);
    expect(await at.sweep(DAY)).toEqual([['maria', 'felix']]);
    expect(await at.sweep(DAY + 5 * 60_000)).toEqual([]);
    expect(await at.sweep(2 * DAY)).toHaveLength(1);
    expect(await at.sweep(3 * DAY)).toHaveLength(1);
    expect(await at.sweep(30 * DAY)).toEqual([]);
    expect((await approval())?.remindAt).toBeUndefined();
  });

  it('is the only one who is: others have decided', async () => {
    const at = await waiting();
    await at.decide('felix');
    expect(await at.sweep(DAY)).toEqual([['maria']]);
  });

  it('is told so in words that are not those of the first time', async () => {
    const at = await waiting();
    at.site.now = NOW + DAY;
    const said = at.said;
    const push = jest.spyOn(said, 'splice').mockReturnValue([]);
    await at.sweep(DAY);
    push.mockRestore();
    expect(said[0]?.words).toContain('still waiting for your decision');
    expect(at.asked[0]?.words).not.toContain('still waiting');
  });

  it('is reminded by nobody while the policy says never, which is what it says at first', async () => {
    const at = await waiting('never');
    expect(await approval()).not.toHaveProperty('remindAt');
    expect(await at.sweep(30 * DAY)).toEqual([]);
  });
});

describe('nobody is reminded', () => {
  it('of what is decided', async () => {
    const at = await waiting();
    await at.decide('felix');
    await at.decide('maria');
    at.said.splice(0);
    expect(await at.sweep(5 * DAY)).toEqual([]);
  });

  it('of what the requester has withdrawn', async () => {
    const at = await waiting();
    await at.cancel();
    expect((await approval())?.state).toBe('void');
    at.site.status = '2';
    at.said.splice(0);
    expect(await at.sweep(5 * DAY)).toEqual([]);
  });

  it('of what goes on in Jira without, before the app has heard of it', async () => {
    const at = await waiting();
    at.site.status = '6';
    expect(await at.sweep(DAY)).toEqual([]);
    at.site.status = '2';
    expect(await at.sweep(DAY + 5 * 60_000)).toEqual([]);
    expect(await at.sweep(2 * DAY)).toHaveLength(1);
  });

  it('once the policy says never, and not before it says when', async () => {
    const at = await waiting();
    at.site.after = 'd3';
    expect(await at.sweep(DAY)).toEqual([]);
    expect(await at.sweep(3 * DAY)).toHaveLength(1);
    at.site.after = 'never';
    expect(await at.sweep(7 * DAY)).toEqual([]);
    expect(await approval()).not.toHaveProperty('remindAt');
  });
});

it('is planned within a day for those who waited before there was a policy', async () => {
  const at = await waiting('never');
  at.site.after = 'd2';
  at.site.now = NOW + DAY;
  await at.daily();
  expect(await at.sweep(2 * DAY - 1)).toEqual([]);
  expect(await at.sweep(2 * DAY)).toHaveLength(1);
});

it('waits while Jira does not say whether it is still to be decided, and is said once', async () => {
  const at = await waiting();
  at.site.isDown = true;
  expect(await at.sweep(DAY)).toEqual([]);
  at.site.isDown = false;
  expect(await at.sweep(DAY + 5 * 60_000)).toEqual([]);
  expect(await at.sweep(DAY + 15 * 60_000, 'f')).toHaveLength(1);
  expect(await readRequest(token)).not.toHaveProperty('putOff');
  expect(await at.sweep(DAY + 30 * 60_000, 'f')).toEqual([]);
});

it('is on Health where nobody can be reached', async () => {
  const at = await waiting();
  at.site.seenBy = () => false;
  expect(await at.sweep(DAY)).toEqual([]);
  const [failed] = await failedSteps();
  expect(failed?.steps).toMatchObject([{ kind: 'remind', state: 'failed' }]);
});

describe('when it is time', () => {
  const calendar = { nominalDayMs: 8 * HOUR, addWorking: (since: number, ms: number) => since + 3 * ms };
  it.each([
    ['never', [calendar], null],
    ['h4', [], 4 * HOUR],
    ['d2', [], 2 * DAY],
    ['h4', [calendar], 12 * HOUR],
    ['d2', [calendar], 48 * HOUR],
    [
      'd1',
      [calendar, { nominalDayMs: 10 * HOUR, addWorking: (since: number, ms: number) => since + ms }],
      DAY,
    ],
    ['d1', [{ nominalDayMs: DAY, addWorking: () => Infinity }], null],
  ] as const)('is told by %s on %j', (after, calendars, expected) => {
    expect(reminderAt(after, 1_000, calendars)).toBe(expected === null ? null : 1_000 + expected);
  });
});
