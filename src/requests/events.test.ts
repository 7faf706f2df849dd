import { runnerOver, stepPorts } from '../../test/support/carried';
import { installFakeForge } from '../../test/support/fake-forge';
import { published, request } from '../../test/support/samples';
import { JiraUnavailable } from '../kernel/errors';
import { auditEntries } from '../platform/storage/audit-entries';
import { issueRowKey, issueRows } from '../platform/storage/issue-row';
import { transact } from '../platform/storage/transact';
import type { ChangedField, IssueEvent } from '../work/issue-event';
import { carryOutDue, failedSteps } from '../work/due-steps';
import { dispatch } from '../work/issue-events';
import { stepRows } from '../work/steps';
import { approvalRows } from './records/approval-rows';
import type { RequestApproval, RequestDocument } from './domain/model';
import { requestFollower } from './events';
import { waitingRequests } from './approvals/list-approvals';
import { listRequests } from './reading/list-requests';
import { reconcileRequests, type ReconcilePorts } from './reconcile';
import { issueRowOf, requestOfIssue } from './records/request-of-issue';
import { readRequest, requestWrites } from './records/store';

const NOW = Date.parse('2026-03-20T10:00:00Z');
const HOUR = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();
const step = { approvers: ['maria', 'boris'], rule: 'any', waitingStatusId: '2' } as const;
const item = published({ approvals: [step] });

const pending: RequestApproval = {
  state: 'pending',
  approvers: ['maria', 'boris'],
  rule: 'any',
  startedAt: iso(NOW - 2 * HOUR),
  decisions: [],
  waitingStatusId: '2',
};

async function keep(doc: RequestDocument): Promise<void> {
  await transact([
    ...requestWrites(null, doc),
    issueRows.write(issueRowKey('100'), issueRowOf(doc, item), 'any'),
  ]);
}

const changed = (field: string, from: string | null, to: string | null): ChangedField => ({
  field,
  fieldId: field,
  from,
  fromText: null,
  to,
  toText: null,
});
const update = (items: readonly ChangedField[], over: Partial<IssueEvent> = {}): IssueEvent =>
  ({
    kind: 'updated',
    issueId: '100',
    issueKey: 'IT-1',
    fields: {},
    at: NOW,
    entry: { id: '7', author: 'ingrid', items },
    ...over,
  }) as IssueEvent;
const moved = (from: string, to: string, over: Partial<IssueEvent> = {}): IssueEvent =>
  update([changed('status', from, to)], over);
const deleted: IssueEvent = { kind: 'deleted', issueId: '100', fields: {}, at: NOW };

const follow = (event: IssueEvent): Promise<void> => dispatch(event, [requestFollower]);
const stored = (): Promise<RequestDocument | null> => readRequest('request-1');
const waitingFor = async (approver: string): Promise<number> => {
  const { docs } = await approvalRows.query({ index: 'by-approver', partition: [approver, 'pending'] });
  return docs.length;
};
const audited = async (): Promise<readonly string[]> => {
  const { docs } = await auditEntries.query({ index: 'by-subject', partition: ['request:request-1'] });
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  return docs.map(
    ({ action, by, changes: [change] }) => `${by} ${action} ${text(change?.before)} ${text(change?.after)}`,
  );
};

let forge: ReturnType<typeof installFakeForge>;
beforeEach(() => {
  forge = installFakeForge('alice');
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterEach(() => jest.restoreAllMocks());

describe('a request whose work item changes its status', () => {
  it('opens and closes with it, writing only when that changes', async () => {
    await keep(request());
    await follow(moved('1', '1'));
    expect((await stored())?.rev).toBe(1);
    await follow(moved('1', '3'));
    expect(await stored()).toMatchObject({ rev: 2, state: 'open', resolvedAt: iso(NOW) });
    await follow(moved('1', '3'));
    expect((await stored())?.rev).toBe(2);
    await follow(moved('3', '4'));
    expect((await stored())?.state).toBe('closed');
    await follow(moved('4', '1'));
    expect(await stored()).not.toHaveProperty('closedAt');
  });

  it('is left alone by issues that are no requests, and by those of others', async () => {
    await follow(moved('1', '3'));
    expect(await requestOfIssue('100')).toBeNull();
    await keep(request());
    await follow(moved('1', '4', { issueId: '101' }));
    expect((await stored())?.rev).toBe(1);
  });

  it.each([
    ['1', '6', 1],
    ['6', '77', 1],
    ['4', '5', 1],
    ['1', '3', 2],
    ['3', '4', 2],
    ['4', '1', 2],
    ['1', '2', 2],
  ])('from %s to %s: storage is asked %s times', async (from, to, asked) => {
    await keep(request());
    forge.kvs.calls.length = 0;
    await follow(moved(from, to));
    const reads = forge.kvs.calls.filter((path) => path.endsWith('/get'));
    if (asked === 1) expect(reads).toHaveLength(1);
    else expect(reads.length).toBeGreaterThan(1);
  });
});

describe('an approval', () => {
  it.each([
    ['2', '6', 'moved'],
    ['2', '3', 'ended'],
    ['2', '5', 'cancelled'],
  ])('is void when its work item goes from %s to %s', async (from, to, because) => {
    await keep(request({ approvals: [pending] }));
    expect(await waitingFor('maria')).toBe(1);
    await follow(moved(from, to));
    expect((await stored())?.approvals).toEqual([
      { ...pending, state: 'void', voided: { because, at: iso(NOW) } },
    ]);
    expect(await waitingFor('maria')).toBe(0);
    expect(await audited()).toEqual([`ingrid request.approvalVoid pending ${because}`]);
  });

  it('stands while its work item is where it waits, or only comes there', async () => {
    await keep(request({ approvals: [pending] }));
    await follow(moved('1', '2'));
    expect((await stored())?.rev).toBe(1);
  });
});

describe('a request whose work item is deleted', () => {
  it('is closed, and nobody need decide about it', async () => {
    await keep(request({ approvals: [pending] }));
    await follow(deleted);
    await follow(deleted);
    expect(await stored()).toMatchObject({
      rev: 2,
      state: 'closed',
      closedAt: iso(NOW),
      approvals: [{ state: 'void', voided: { because: 'gone' } }],
    });
    expect(await waitingFor('maria')).toBe(0);
    expect(await audited()).toEqual(
      expect.arrayContaining([
        'undefined request.gone open closed',
        'undefined request.approvalVoid pending gone',
      ]),
    );
  });
});

describe('a request whose reporter changes', () => {
  const ports = {
    itemInVersion: async () => item,
    issuesNow: async () => new Map(),
    promisesOf: async () => new Map(),
    mayBrowse: async () => new Set<string>(),
    namesOf: async () => new Map(),
  };
  const own = async (accountId: string): Promise<readonly string[]> =>
    (await listRequests('open', undefined, { accountId, now: Date.now() }, ports)).rows.map(({ id }) => id);

  it('is the new one’s from now on, and no longer the former’s', async () => {
    await keep(request());
    await follow(update([changed('reporter', 'alice', 'olga')]));
    expect([await own('olga'), await own('alice')]).toEqual([['request-1'], []]);
    expect((await issueRows.get(issueRowKey('100')))?.request?.askers).toEqual(['olga']);
    expect(await audited()).toEqual(['ingrid request.reporterChanged alice olga']);
  });

  it('stays with who asked for somebody else', async () => {
    await keep(request({ requester: 'boris' }));
    await follow(update([changed('reporter', 'alice', 'olga')]));
    expect([await own('boris'), await own('olga'), await own('alice')]).toEqual([
      ['request-1'],
      ['request-1'],
      [],
    ]);
  });

  it('is not decided by its new reporter, who is asked no more while somebody else is', async () => {
    await keep(request({ approvals: [pending] }));
    await follow(update([changed('reporter', 'alice', 'maria')]));
    expect((await stored())?.approvals).toEqual([{ ...pending, approvers: ['boris'] }]);
    expect([await waitingFor('maria'), await waitingFor('boris')]).toEqual([0, 1]);
  });

  it('is not taken for decided when all but its new reporter have decided', async () => {
    const decisions = [{ by: 'boris', decision: 'approved', comment: '', at: iso(NOW - HOUR) }] as const;
    await keep(request({ approvals: [{ ...pending, rule: 'all', decisions }] }));
    await follow(update([changed('reporter', 'alice', 'maria')]));
    expect(await stored()).toMatchObject({ requester: 'maria', approvals: [{ state: 'pending' }] });
    expect(await waitingFor('maria')).toBe(1);
    const issuesNow = () => Promise.reject(new JiraUnavailable('It answered 503.'));
    expect(await waitingRequests({ accountId: 'maria' }, { issuesNow })).toEqual([]);
  });

  it('stays where it is when the app becomes the reporter, or nobody', async () => {
    await keep(request());
    const app = { reporter: { accountId: 'app', accountType: 'app' } };
    await follow(update([changed('reporter', 'alice', 'app')], { fields: app }));
    await follow(update([changed('reporter', 'alice', null)]));
    expect(await own('alice')).toEqual(['request-1']);
  });
});

it('a request whose work item is moved to another space has its new key, and says so once', async () => {
  await keep(request());
  const move = update([changed('project', '10000', '10007'), changed('Key', null, null)], {
    issueKey: 'HR-3',
  });
  await follow(move);
  await follow(move);
  expect(await stored()).toMatchObject({ issueKey: 'HR-3', rev: 2 });
  expect(await audited()).toEqual(['ingrid request.movedAway 10000 10007']);
});

describe('a request that is sent to where it waits for an approval', () => {
  const rows = async () =>
    (await stepRows.queryAll({ index: 'by-due', partition: ['y'] }, 10)).map(({ id }) => id);
  const carryOut = async (statusId: string, gone: readonly string[] = []): Promise<readonly string[]> => {
    const told: string[] = [];
    const ports = stepPorts({
      now: () => NOW + HOUR,
      itemInVersion: async () => item,
      issuesNow: async () =>
        new Map([
          [
            '100',
            {
              id: '100',
              key: 'IT-1',
              summary: '',
              status: { id: statusId, category: 'indeterminate' as const },
              reporter: 'alice',
              updated: '',
              isAssigned: true,
            },
          ],
        ]),
      peopleGone: async () => new Map(gone.map((id) => [id, null])),
      recordApproval: async (_, decision) => void told.push(`sla ${decision}`),
      notice: async (_, body) => void told.push(JSON.stringify(body).includes('maria') ? 'ask maria' : 'ask'),
    });
    for (const id of await rows()) await carryOutDue(id, runnerOver(ports));
    return told;
  };

  it('asks somebody, whether it was approved before or never had to be', async () => {
    for (const approvals of [[], [{ ...pending, state: 'void' as const }]]) {
      forge = installFakeForge('alice');
      await keep(request({ approvals }));
      await follow(moved('6', '2'));
      await follow(moved('6', '2'));
      expect(await carryOut('2')).toEqual(['sla requested', 'ask maria']);
      expect((await stored())?.approvals.at(-1)).toMatchObject({ state: 'pending', startedAt: iso(NOW) });
      expect(await waitingFor('maria')).toBe(1);
      expect(await audited()).toEqual(['sergey request.askedAgain  maria, boris']);
      expect(await rows()).toEqual([]);
    }
  });

  it('asks nobody when it has gone on meanwhile', async () => {
    await keep(request());
    await follow(moved('6', '2'));
    expect(await carryOut('6')).toEqual([]);
    expect((await stored())?.approvals).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  it('is shown to who can mend it when nobody is left to ask', async () => {
    await keep(request());
    await follow(moved('6', '2'));
    expect(await carryOut('2', ['maria', 'boris', 'sergey'])).toEqual([]);
    expect(await failedSteps()).toMatchObject([{ subject: 'request:request-1', why: 'NO_APPROVER' }]);
  });
});

describe('reconciliation', () => {
  interface Issue {
    readonly status: string;
    readonly reachedAt?: number | null;
    readonly reporter?: string;
    readonly key?: string;
    readonly projectId?: string;
  }
  const reconcile = (issue: Issue | null, over: Partial<ReconcilePorts> = {}) => {
    const now =
      issue &&
      ({
        id: '100',
        key: issue.key ?? 'IT-1',
        summary: '',
        status: { id: issue.status, category: 'indeterminate' },
        reporter: issue.reporter ?? 'alice',
        projectId: issue.projectId ?? '10000',
        updated: '',
        isAssigned: true,
      } as const);
    return reconcileRequests(
      {
        now: () => NOW,
        issuesNow: async () => new Map(now === null ? [] : [['100', now]]),
        statusReachedAt: async () => issue?.reachedAt ?? null,
        appAccountId: async () => 'app',
        tell: follow,
        ...over,
      },
      NOW + HOUR,
    );
  };

  it('leaves a request alone that says what its work item does, and asks nothing more of Jira', async () => {
    await keep(request({ approvals: [pending] }));
    const statusReachedAt = jest.fn(async () => null);
    expect(await reconcile({ status: '2' }, { statusReachedAt })).toEqual({ checked: 1, told: 0 });
    expect(statusReachedAt).not.toHaveBeenCalled();
    expect((await stored())?.rev).toBe(1);
  });

  it('closes a request whose work item is gone though no event said so', async () => {
    await keep(request({ approvals: [pending] }));
    expect(await reconcile(null)).toEqual({ checked: 1, told: 1 });
    expect(await stored()).toMatchObject({ state: 'closed', approvals: [{ state: 'void' }] });
    expect(await reconcile(null)).toEqual({ checked: 0, told: 0 });
  });

  it.each([
    ['was resolved', { status: '3', reachedAt: NOW - HOUR }, { resolvedAt: iso(NOW - HOUR) }],
    [
      'was moved past its approval',
      { status: '6', reachedAt: NOW - HOUR },
      { approvals: [{ state: 'void' }] },
    ],
    ['has another reporter', { status: '2', reporter: 'olga' }, { requester: 'olga' }],
    ['is in another space', { status: '2', key: 'HR-3', projectId: '10007' }, { issueKey: 'HR-3' }],
  ])('takes in what was missed: it %s', async (_what, issue, expected) => {
    await keep(request({ approvals: [pending] }));
    expect(await reconcile(issue)).toEqual({ checked: 1, told: 1 });
    expect(await stored()).toMatchObject(expected);
    expect(await reconcile(issue)).toEqual({ checked: 1, told: 0 });
  });

  it('does not take a work item for moved past an approval that has not come there yet', async () => {
    await keep(request({ approvals: [pending] }));
    expect(await reconcile({ status: '1', reachedAt: null })).toEqual({ checked: 1, told: 0 });
  });

  it('tells a wait that nobody is asked for from one that was decided, and only has not moved on', async () => {
    const approved: RequestApproval = {
      ...pending,
      state: 'approved',
      decisions: [{ by: 'maria', decision: 'approved', comment: '', at: iso(NOW - HOUR) }],
    };
    await keep(request({ approvals: [approved] }));
    await reconcile({ status: '2', reachedAt: NOW - 2 * HOUR });
    expect(await stepRows.get(`request-1:sent-back:${NOW - 2 * HOUR}`)).toBeNull();
    await reconcile({ status: '2', reachedAt: NOW - 60_000 });
    expect(await stepRows.get(`request-1:sent-back:${NOW - 60_000}`)).not.toBeNull();
  });

  it('does not make the app the requester, nor stop because one could not be told', async () => {
    await keep(request());
    expect(await reconcile({ status: '1', reporter: 'app' })).toEqual({ checked: 1, told: 0 });
    const tell = () => Promise.reject(new Error('broken'));
    expect(await reconcile(null, { tell })).toEqual({ checked: 1, told: 0 });
    expect(await reconcile(null)).toEqual({ checked: 1, told: 1 });
  });
});
