import { installFakeForge } from '../../test/support/fake-forge';
import { carried, openDirectory } from '../../test/support/carried';
import { bySelf } from '../../test/support/request-world';
import { published, request } from '../../test/support/samples';
import type { ItemContent, PublishedItem } from '../catalog/domain/model';
import type { IssueNow } from '../platform/jira/issues/issues-now';
import { auditEntries } from '../platform/storage/audit-entries';
import { transact } from '../platform/storage/transact';
import { JiraRefused, JiraUnavailable } from '../kernel/errors';
import {
  cancelRequest,
  commentOnRequest,
  confirmRequest,
  reopenRequest,
  type ActionPorts,
} from './act-on-request';
import type { AdoptableIssue } from '../sla';
import { adoptRequests, type AdoptPorts } from './adopt-requests';
import { decideApproval, type DecidePorts } from './approvals/decide-approval';
import type { RequestDocument } from './domain/model';
import { getRequest } from './reading/get-request';
import { listApprovals } from './approvals/list-approvals';
import { listRequests } from './reading/list-requests';
import { ownSummary } from './reading/own-recent';
import { requestOfIssue } from './records/request-of-issue';
import type { StepPorts } from './steps';
import { readRequest, requestWrites } from './records/store';

const NOW = Date.parse('2026-03-20T10:00:00Z');
const DAY = 86_400_000;
const alice = { accountId: 'alice', now: NOW, groups: async () => [] };

async function keep(...documents: readonly RequestDocument[]): Promise<void> {
  for (const doc of documents) {
    const before = await readRequest(doc.id);
    await transact(requestWrites(before, { ...doc, rev: (before?.rev ?? 0) + 1 }));
  }
}

/** A Jira with issues in given statuses; what the app does to it is told in `done`. */
function world(status = '1', over: Partial<ItemContent> = {}) {
  const done: string[] = [];
  const statuses = new Map([['100', status]]);
  const item: PublishedItem = published(over);
  const issueNow = (id: string): IssueNow => ({
    id,
    key: `IT-${id}`,
    summary: 'Laptop for Alice',
    status: { id: statuses.get(id) ?? '1', category: 'indeterminate' },
    reporter: 'alice',
    updated: '2026-03-19T10:00:00.000+0000',
    isAssigned: true,
  });
  const ports = carried<Omit<ActionPorts & DecidePorts, 'carryOut'> & StepPorts>({
    now: () => NOW,
    createAsApp: () => Promise.reject(new Error('Nothing is made here.')),
    issueOfRequest: async () => null,
    createFields: async () => [],
    pause: async () => undefined,
    isCommented: async () => false,
    itemInVersion: async () => item,
    issuesNow: async (ids) => new Map(ids.map((id) => [id, issueNow(id)])),
    mayBrowse: async () => new Set(),
    hasMoved: async () => true,
    promisesOf: async (ids) =>
      new Map(
        ids.map((id) => [
          id,
          ['first', 'delivery'].map((metricId) => ({
            metricId,
            name: { en: metricId },
            state: 'running' as const,
            moved: [],
          })),
        ]),
      ),
    namesOf: async (ids) => new Map(ids.map((id) => [id, `Name of ${id}`])),
    directory: openDirectory,
    peopleGone: async () => new Map(),
    managerOf: async () => null,
    remindAt: async () => () => null,
    publicComments: async () => [
      {
        id: '1',
        author: { accountId: 'ingrid', name: 'Ingrid' },
        created: '1',
        body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hello' }] }] },
      },
      {
        id: '2',
        author: { accountId: 'app', name: 'Pledge' },
        created: '2',
        body: null,
        onBehalfOf: 'alice',
      },
    ],
    moveTo: async (id, to) => {
      statuses.set(id, to);
      done.push(`move ${to}`);
    },
    moveAsUser: async (_id, to) => void done.push(`move ${to} as user`),
    commentAsUser: async () => (done.push('comment as user'), true),
    commentFor: async (_id, _body, by) => void done.push(`comment for ${by}`),
    notice: async (_id, _body, about) => void done.push(`notice ${about}`),
    addWatcher: async (_id, who) => void done.push(`watch ${who}`),
    recordApproval: async (_id, decision, by) => void done.push(`sla ${decision} ${by}`),
  });
  return { done, ports, statuses };
}

let forge: ReturnType<typeof installFakeForge>;
beforeEach(() => {
  forge = installFakeForge('alice');
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});

describe('tracking', () => {
  it('lists one’s own, newest first, page by page, in the words of the item', async () => {
    for (let n = 10; n < 40; n += 1)
      await keep(request({ id: `r${n}`, issueId: `${n}`, receivedAt: `2026-03-${n}T00:00:00.000Z` }));
    await keep(request({ id: 'other', requester: 'boris', beneficiary: 'boris' }));
    const { ports } = world('2');
    const first = await listRequests('open', undefined, alice, ports);
    expect(first.rows).toHaveLength(25);
    expect(first.rows[0]).toMatchObject({
      id: 'r39',
      stage: { kind: 'open' },
      promise: { metricId: 'delivery' },
    });
    const second = await listRequests('open', first.cursor, alice, ports);
    expect([second.rows.length, second.cursor]).toEqual([5, undefined]);
    expect((await listRequests('closed', undefined, alice, ports)).rows).toEqual([]);
  });

  it('lists what others asked for one, once and in its place, and says who did', async () => {
    for (let n = 10; n < 40; n += 1) {
      const parties = n % 3 === 0 ? { requester: 'boris' } : n % 3 === 1 ? { beneficiary: 'maria' } : {};
      // Two a day: the order of the same instant must not lose any.
      const receivedAt = `2026-03-${10 + Math.floor((n - 10) / 2)}T00:00:00.000Z`;
      await keep(request({ id: `r${n}`, issueId: `${n}`, receivedAt, ...parties }));
    }
    const { ports } = world('2');
    const first = await listRequests('open', undefined, alice, ports);
    const second = await listRequests('open', first.cursor, alice, ports);
    const rows = [...first.rows, ...second.rows];
    expect([first.rows.length, second.rows.length, second.cursor]).toEqual([25, 5, undefined]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(30);
    expect(rows.map(({ receivedAt }) => receivedAt)).toEqual(
      rows
        .map(({ receivedAt }) => receivedAt)
        .toSorted()
        .toReversed(),
    );
    expect(rows.find(({ id }) => id === 'r12')?.onBehalf).toEqual({
      by: 'Name of boris',
      of: 'Name of alice',
    });
    expect(rows.find(({ id }) => id === 'r11')).not.toHaveProperty('onBehalf');
    const marias = await listRequests('open', undefined, { accountId: 'maria', now: Date.now() }, ports);
    expect(marias.rows).toHaveLength(10);
    expect((await ownSummary({ accountId: 'maria' })).open).toBe(10);
  });

  it.each([
    ['queued', { isAssigned: false, category: 'new' }, 'running'],
    ['provider', { isAssigned: true, category: 'new' }, 'running'],
    ['provider', { isAssigned: false, category: 'indeterminate' }, 'running'],
    ['working', { isAssigned: true, category: 'indeterminate' }, 'running'],
    ['paused', { isAssigned: true, category: 'indeterminate' }, 'paused'],
  ] as const)(
    'says that the team is %s only when it is: %j',
    async (actor, { isAssigned, category }, state) => {
      await keep(request());
      const { ports } = world('1');
      const { rows } = await listRequests('open', undefined, alice, {
        ...ports,
        issuesNow: async (ids) => {
          const issues = await ports.issuesNow(ids);
          return new Map(
            [...issues].map(([id, issue]) => [id, { ...issue, isAssigned, status: { id: '1', category } }]),
          );
        },
        promisesOf: async (ids) =>
          new Map(
            ids.map((id) => [
              id,
              [
                { metricId: 'first', name: { en: 'First' }, state: 'late', lateSince: 5, moved: [] },
                {
                  metricId: 'delivery',
                  name: { en: 'Delivery' },
                  state,
                  ...(state === 'paused' && { pauseReason: 'vendor' }),
                  moved: [],
                },
                { metricId: 'internal', name: { en: 'Team only' }, state: 'none', moved: [] },
              ],
            ]),
          ),
      });
      expect(rows).toMatchObject([{ actor, promise: { metricId: 'delivery' }, late: { metricId: 'first' } }]);
    },
  );

  it('shows one request with stages, readable answers and public messages', async () => {
    await keep(request());
    const { ports } = world('2');
    const view = await getRequest('request-1', alice, ports);
    expect(view).toMatchObject({
      stage: { id: 'waiting' },
      actor: 'requester',
      answers: [{ value: 'broken' }],
      actions: { confirm: false, reopen: false, cancel: true, comment: true },
    });
    expect(view.stages.map(({ id, reached, current }) => `${id} ${reached} ${current}`)).toEqual([
      'received true false',
      'waiting true true',
      'done false false',
      'closed false false',
    ]);
    expect(view.messages.map(({ text, mine }) => [text, mine])).toEqual([
      ['Hello', false],
      ['', true],
    ]);
  });

  it('shows no step that comes only if it has to, unless it is there', async () => {
    await keep(request());
    const { ports } = world('1');
    const { stages } = await getRequest('request-1', alice, ports);
    expect(stages.map(({ id }) => id)).toEqual(['received', 'done', 'closed']);
  });

  it.each([
    ['{{item}}: {{requester}}', ''],
    ['{{field.what}}', 'Laptop for Alice'],
  ])('is called as its work item only where that says what was asked: %s', async (summary, title) => {
    await keep(request());
    const { fulfilment } = published().content;
    const { ports } = world('1', { fulfilment: { ...fulfilment, summary } });
    expect((await listRequests('open', undefined, alice, ports)).rows).toMatchObject([{ title }]);
  });

  it('hides other people’s requests, except from whom they are for', async () => {
    await keep(request({ requester: 'boris', beneficiary: 'alice' }));
    const { ports } = world();
    expect((await getRequest('request-1', alice, ports)).id).toBe('request-1');
    const olga = { ...alice, accountId: 'olga' };
    await expect(getRequest('request-1', olga, ports)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const act of [
      commentOnRequest('request-1', 'x', olga, ports),
      confirmRequest('request-1', olga, ports),
      reopenRequest('request-1', 'x', olga, ports),
      cancelRequest('request-1', 'x', olga, ports),
    ]) {
      await expect(act).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('falls back to the status’s category where a status is no stage, and says when the issue is gone', async () => {
    await keep(request());
    const { ports } = world('99');
    expect((await getRequest('request-1', alice, ports)).stage.id).toBe('in-progress');
    const gone = { ...ports, issuesNow: async () => new Map<string, IssueNow>() };
    expect(await getRequest('request-1', alice, gone)).toMatchObject({
      stage: { id: 'gone' },
      actions: { comment: false, cancel: false },
    });
  });
});

describe('a request whose work item Jira shows to others now', () => {
  const taken = (mayBrowse: ActionPorts['mayBrowse'] = async () => new Set()) => {
    const { ports, done, statuses } = world('2');
    const other = (issue: IssueNow): IssueNow => ({
      ...issue,
      reporter: 'hugo',
      summary: 'Investigation: complaint about Alice',
    });
    const issuesNow: ActionPorts['issuesNow'] = async (ids) =>
      new Map([...(await ports.issuesNow(ids))].map(([id, issue]) => [id, other(issue)]));
    return { done, statuses, ports: { ...ports, issuesNow, mayBrowse } };
  };

  it('tells those who asked the item’s name and the stage, and neither words nor promises', async () => {
    await keep(request());
    const { ports } = taken();
    const shown = await getRequest('request-1', alice, ports);
    expect(shown).toMatchObject({
      title: '',
      stage: { id: 'waiting' },
      withheld: true,
      promise: null,
      promises: [],
      messages: [],
      approval: null,
      actions: { confirm: false, reopen: false, cancel: false, comment: false },
    });
    const { rows } = await listRequests('open', undefined, alice, ports);
    expect(rows).toMatchObject([{ title: '', withheld: true, promise: null }]);
    expect(JSON.stringify([shown, rows])).not.toContain('Investigation');
  });

  it('takes no word and no action of theirs any more', async () => {
    await keep(request());
    const { ports, done } = taken();
    for (const act of [
      commentOnRequest('request-1', 'x', alice, ports),
      cancelRequest('request-1', 'x', alice, ports),
      reopenRequest('request-1', 'x', alice, ports),
      confirmRequest('request-1', alice, ports),
    ])
      await expect(act).rejects.toMatchObject({ code: 'ACCESS_WITHDRAWN' });
    expect(done).toEqual([]);
  });

  it('is shown in full to who may browse it, and to both who asked and whom it is for', async () => {
    await keep(request());
    const shown = await getRequest('request-1', alice, taken(async (ids) => new Set(ids)).ports);
    expect(shown).toMatchObject({ title: 'Investigation: complaint about Alice' });
    await keep(request({ beneficiary: 'hugo' }));
    expect((await getRequest('request-1', alice, taken().ports)).withheld).toBeUndefined();
  });
});

describe('the requester’s actions', () => {
  it('goes on when an answer was waited for, and only then', async () => {
    await keep(request());
    const waiting = world('2');
    await commentOnRequest('request-1', 'Here you are', alice, waiting.ports);
    expect(waiting.done).toEqual(['comment as user', 'move 1']);
    const working = world('1');
    const shut = carried({ ...working.ports, commentAsUser: async () => false });
    await commentOnRequest('request-1', 'Thanks', alice, shut);
    expect(working.done).toEqual(['comment for alice']);
  });

  it('confirms once, which closes the request', async () => {
    await keep(request());
    const { ports, done } = world('3');
    await confirmRequest('request-1', alice, ports);
    expect(done).toEqual(['move 4']);
    expect(await readRequest('request-1')).toMatchObject({
      state: 'closed',
      confirmedAt: new Date(NOW).toISOString(),
    });
    await expect(confirmRequest('request-1', alice, ports)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('reopens within the days the item gives, with the reason said and audited', async () => {
    await keep(request({ state: 'closed', resolvedAt: new Date(NOW - 13 * DAY).toISOString() }));
    const { ports, done } = world('3');
    await reopenRequest('request-1', 'Still broken', alice, ports);
    expect(done).toEqual(['move 1', 'comment as user']);
    expect((await readRequest('request-1'))?.state).toBe('open');
    const { docs } = await auditEntries.query({ index: 'by-subject', partition: ['request:request-1'] });
    expect(docs).toMatchObject([{ action: 'request.reopened', reason: 'Still broken' }]);
    await keep(request({ state: 'closed', resolvedAt: new Date(NOW - 15 * DAY).toISOString() }));
    await expect(reopenRequest('request-1', 'late', alice, world('3').ports)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('cancels what is under way, and a pending approval with it', async () => {
    const approval = {
      state: 'pending',
      approvers: ['maria'],
      rule: 'any',
      startedAt: '2026-03-10',
      decisions: [],
    } as const;
    await keep(request({ approvals: [approval] }));
    const { ports, done } = world('1');
    await cancelRequest('request-1', '', alice, ports);
    expect(done).toEqual(['move 5']);
    expect((await readRequest('request-1'))?.approvals[0]).toMatchObject({
      state: 'void',
      voided: { because: 'withdrawn', by: 'alice' },
    });
    expect(await listApprovals({ ...alice, accountId: 'maria' }, ports)).toEqual([]);
    await expect(cancelRequest('request-1', '', alice, ports)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('are refused in words of their own where Jira has no such way, with whom to ask', async () => {
    const way = new JiraRefused(409, ['The workflow has no way from here to status 5.']);
    const stuck = { moveTo: async () => Promise.reject(way), moveAsUser: async () => Promise.reject(way) };
    const refused = { code: 'STEP_REFUSED', params: { owner: 'Name of sergey' } };
    for (const adopted of [false, true]) {
      await keep(request({ adopted }));
      const open = carried({ ...world('1').ports, ...stuck });
      await expect(cancelRequest('request-1', '', alice, open)).rejects.toMatchObject(refused);
      const resolved = carried({ ...world('3').ports, ...stuck });
      await expect(confirmRequest('request-1', alice, resolved)).rejects.toMatchObject(refused);
      await expect(reopenRequest('request-1', 'x', alice, resolved)).rejects.toMatchObject(refused);
    }
  });

  const ofMaria = {
    approvers: ['maria'],
    rule: 'any',
    startedAt: '2026-03-10',
    decisions: [],
  } as const;
  const at = '2026-03-15T10:00:00.000Z';
  it.each<[string, RequestDocument['approvals'][number]]>([
    ['was declined', { ...ofMaria, state: 'declined' }],
    ['they withdrew themselves', { ...ofMaria, state: 'void', voided: { because: 'withdrawn', at } }],
    ['was cancelled', { ...ofMaria, state: 'void', voided: { because: 'cancelled', at } }],
  ])('begin no work that nobody approved, when the request %s', async (_, approval) => {
    await keep(request({ state: 'closed', resolvedAt: at, approvals: [approval] }));
    // Resolved and closed: a refusal may lead to a status that the item does not call cancelled.
    for (const status of ['3', '4']) {
      const { ports, done } = world(status);
      const { actions } = await getRequest('request-1', alice, ports);
      expect(actions).toMatchObject({ confirm: false, reopen: false });
      await expect(reopenRequest('request-1', 'Do it', alice, ports)).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      expect(done).toEqual([]);
    }
    await keep(request({ state: 'closed', resolvedAt: at, approvals: [{ ...ofMaria, state: 'approved' }] }));
    expect((await getRequest('request-1', alice, world('3').ports)).actions.reopen).toBe(true);
  });
});

describe('an approval', () => {
  const pending = (rule: 'any' | 'all') =>
    request({
      approvals: [
        {
          state: 'pending',
          approvers: ['maria', 'felix'],
          rule,
          startedAt: '2026-03-10',
          decisions: [],
        },
      ],
    });
  const by = (accountId: string) => ({ ...alice, accountId });
  const decide = (who: string, decision: 'approved' | 'declined', ports: DecidePorts) =>
    decideApproval({ requestId: 'request-1', decision, comment: 'ok' }, by(who), ports);
  const step = {
    approvals: [
      {
        approvers: ['maria', 'felix'],
        rule: 'all',
        approvedToStatusId: '1',
        declinedToStatusId: '5',
      } as const,
    ],
  };

  it('is listed for those who have still to decide, with the price', async () => {
    await keep(pending('all'));
    const { ports } = world('1', { ...step, price: { amount: 10, currency: 'EUR' } });
    expect(await listApprovals(by('maria'), ports)).toMatchObject([
      { requesterName: 'Name of alice', price: { amount: 10 } },
    ]);
    await decide('maria', 'approved', ports);
    expect(await listApprovals(by('maria'), ports)).toEqual([]);
    expect(await listApprovals(by('felix'), ports)).toHaveLength(1);
    expect(await listApprovals(by('olga'), ports)).toEqual([]);
  });

  it('moves on only when all have approved, where all must', async () => {
    await keep(pending('all'));
    const { ports, done } = world('1', step);
    expect((await decide('maria', 'approved', ports)).state).toBe('pending');
    expect(done).toEqual([]);
    expect((await decide('felix', 'approved', ports)).state).toBe('approved');
    expect(done).toEqual(['sla approved felix', 'move 1', 'notice approved']);
  });

  it('ends with one decline, and cannot be decided again or by others', async () => {
    await keep(pending('any'));
    const { ports, done } = world('1', step);
    await expect(decide('alice', 'approved', ports)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await decide('maria', 'declined', ports);
    expect(done).toContain('move 5');
    await expect(decide('maria', 'approved', ports)).rejects.toMatchObject({
      code: 'APPROVAL_OVER',
      params: { how: 'own' },
    });
    await expect(decide('felix', 'approved', ports)).rejects.toMatchObject({
      code: 'APPROVAL_OVER',
      params: { how: 'declined', name: 'Name of maria' },
    });
    const { docs } = await auditEntries.query({ index: 'by-subject', partition: ['request:request-1'] });
    expect(docs.map(({ action, by: who }) => [action, who])).toEqual([['request.declined', 'maria']]);
  });

  it('lets one of two decisions at the same moment through', async () => {
    await keep(pending('any'));
    const { ports } = world('1', step);
    const both = await Promise.allSettled([
      decide('maria', 'approved', ports),
      decide('felix', 'declined', ports),
    ]);
    expect(both.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });

  it('says who withdrew the request meanwhile', async () => {
    await keep(pending('any'));
    const { ports } = world('1', step);
    await cancelRequest('request-1', '', alice, ports);
    await expect(decide('maria', 'approved', ports)).rejects.toMatchObject({
      code: 'APPROVAL_OVER',
      params: { how: 'withdrawn', name: 'Name of alice' },
    });
  });

  it('stays as it was decided when the request is withdrawn at the same moment', async () => {
    await keep(pending('any'));
    const { ports } = world('1', step);
    const moveTo: typeof ports.moveTo = async (id, to) => {
      if (to === '5') await decide('maria', 'approved', ports);
      await ports.moveTo(id, to);
    };
    await cancelRequest('request-1', '', alice, carried({ ...ports, moveTo }));
    expect(await readRequest('request-1')).toMatchObject({
      state: 'closed',
      approvals: [{ state: 'approved', decisions: [{ by: 'maria', decision: 'approved' }] }],
    });
  });

  it('takes two approvals at the same moment where all must approve', async () => {
    await keep(pending('all'));
    const { ports, done } = world('1', step);
    await Promise.all([decide('maria', 'approved', ports), decide('felix', 'approved', ports)]);
    expect((await readRequest('request-1'))?.approvals[0]?.state).toBe('approved');
    expect(done.filter((step) => step.startsWith('move'))).toEqual(['move 1']);
  });

  describe('of a work item that has gone on without', () => {
    const waiting = () => {
      const { approvals, ...rest } = pending('any');
      return { ...rest, approvals: approvals.map((approval) => ({ ...approval, waitingStatusId: '2' })) };
    };

    it.each(['3', '4', '5', '1'])(
      'waits for nobody on the page of the request, in status %s',
      async (status) => {
        await keep(waiting());
        const { ports, statuses } = world(status, step);
        expect((await getRequest('request-1', alice, ports)).approval).toMatchObject({ state: 'void' });
        statuses.set('100', '2');
        expect((await getRequest('request-1', alice, ports)).approval).toMatchObject({ state: 'pending' });
      },
    );

    it('shows a declined request no stage that it never came to', async () => {
      await keep(waiting());
      const { ports } = world('5', step);
      const { stages } = await getRequest('request-1', alice, ports);
      expect(stages.map(({ id, reached, current }) => `${id} ${reached} ${current}`)).toEqual([
        'received true false',
        'waiting true false',
        'cancelled true true',
      ]);
    });

    it.each([
      ['3', 'ended'],
      ['4', 'ended'],
      ['5', 'cancelled'],
      ['1', 'moved'],
    ])('in status %s is void (%s), and nothing moves', async (status, how) => {
      await keep(waiting());
      const { ports, done } = world(status, step);
      await expect(decide('maria', 'approved', ports)).rejects.toMatchObject({
        code: 'APPROVAL_OVER',
        params: { how, name: '' },
      });
      expect(done).toEqual([]);
      expect((await readRequest('request-1'))?.approvals[0]).toMatchObject({
        state: 'void',
        voided: { because: how },
        decisions: [],
      });
      await expect(decide('felix', 'declined', ports)).rejects.toMatchObject({ params: { how } });
      const { docs } = await auditEntries.query({ index: 'by-subject', partition: ['request:request-1'] });
      expect(docs.map(({ action }) => action)).toEqual(['request.approvalVoid']);
    });

    it('is decided where the work item never got as far as waiting', async () => {
      await keep(waiting());
      const { ports, done } = world('1', step);
      await decide('maria', 'approved', { ...ports, hasMoved: async () => false });
      expect(done).toContain('move 1');
    });

    it('is not decided while the app can’t see the work item, and may be when it is back', async () => {
      await keep(waiting());
      const { ports } = world('2', step);
      const gone = { ...ports, issuesNow: async () => new Map<string, IssueNow>() };
      await expect(decide('maria', 'approved', gone)).rejects.toMatchObject({ params: { how: 'gone' } });
      expect((await decide('maria', 'approved', ports)).state).toBe('approved');
    });

    it('is not listed, except while Jira can’t say', async () => {
      await keep(waiting());
      const listed = async (ports: DecidePorts) => (await listApprovals(by('maria'), ports)).length;
      const { ports } = world('2', step);
      expect(await listed(ports)).toBe(1);
      expect(await listed(world('3', step).ports)).toBe(0);
      expect(await listed({ ...ports, issuesNow: async () => new Map() })).toBe(0);
      const down = async () => Promise.reject(new JiraUnavailable('It answered 503.'));
      expect(await listed({ ...ports, issuesNow: down })).toBe(1);
    });

    it('is listed although another can’t be read', async () => {
      await keep(waiting());
      await keep(request({ ...waiting(), id: 'torn' }));
      const torn = [...forge.kvs.rows.keys()].filter((key) => key.endsWith('request:torn'));
      for (const key of torn) forge.kvs.rows.set(key, { torn: true });
      expect((await listApprovals(by('maria'), world('2', step).ports)).map((row) => row.requestId)).toEqual([
        'request-1',
      ]);
    });

    it('does not keep those that wait from being listed, however many have gone on', async () => {
      const { approvals } = waiting();
      const { ports, statuses } = world('2', step);
      for (let n = 200; n < 320; n += 1) {
        const startedAt = `2026-03-10T10:00:00.${n}Z`;
        await keep(
          request({
            id: `r${n}`,
            issueId: `${n}`,
            approvals: approvals.map((approval) => ({ ...approval, startedAt })),
          }),
        );
        statuses.set(`${n}`, n < 310 ? '3' : '2');
      }
      const listed = await listApprovals(by('maria'), ports);
      expect(listed.map(({ requestId }) => requestId)).toEqual(
        Array.from({ length: 10 }, (_, n) => `r${310 + n}`),
      );
    });

    it('does not tell the requester that an approver is to act', async () => {
      await keep(waiting());
      expect((await getRequest('request-1', alice, world('1', step).ports)).actor).toBe('working');
    });
  });

  it('stands though Jira fails to follow', async () => {
    await keep(pending('any'));
    const { ports, done } = world('1', step);
    const failing = carried({ ...ports, moveTo: async () => Promise.reject(new Error('no way')) });
    expect((await decide('maria', 'approved', failing)).state).toBe('approved');
    expect(done).toEqual(['sla approved maria', 'notice approved']);
  });
});

describe('adopting issues', () => {
  const issue = (over: Partial<AdoptableIssue> = {}): AdoptableIssue => ({
    id: '100',
    key: 'IT-1',
    property: {
      v: 1,
      itemId: 'laptop',
      itemVersion: 1,
      requestId: 'request-1',
      requester: 'mallory',
      beneficiary: 'mallory',
      answers: { why: 'x' },
    },
    reporter: 'alice',
    creator: 'app',
    projectId: '10000',
    issueTypeId: '10001',
    status: { id: '4', category: 'done' },
    createdAt: NOW - 30 * DAY,
    statusSince: NOW - 20 * DAY,
    ...over,
  });
  const ports: AdoptPorts = {
    now: NOW,
    itemFor: async (id) => (id === 'laptop' ? published() : null),
    maySee: bySelf,
    appAccountId: async () => 'app',
    groupsOf: async () => [],
    peopleGone: async () => new Map(),
  };
  const adopt = (...issues: readonly AdoptableIssue[]) => adoptRequests(issues, ports);

  it('makes requests of them once, for their reporter as Jira knows them', async () => {
    expect(await adopt(issue())).toBe(1);
    expect(await adopt(issue())).toBe(0);
    expect(await readRequest('request-1')).toMatchObject({
      requester: 'alice',
      beneficiary: 'alice',
      state: 'closed',
      adopted: true,
      closedAt: new Date(NOW - 20 * DAY).toISOString(),
    });
    expect((await requestOfIssue('100'))?.id).toBe('request-1');
  });

  it('passes over forged properties, unknown items and issues without reporter', async () => {
    const unknown = {
      v: 1,
      itemId: 'gone',
      itemVersion: 1,
      requestId: 'r',
      requester: 'a',
      beneficiary: 'a',
      answers: {},
    };
    expect(
      await adopt(issue({ property: { v: 1 } }), issue({ property: unknown }), issue({ reporter: null })),
    ).toBe(0);
  });

  it('asks the approvers of the item anew where an issue waits for approval, and nobody its answers name', async () => {
    const step = {
      approvers: ['maria'],
      approverField: 'why',
      rule: 'any',
      waitingStatusId: '2',
    } as const;
    const waiting = (id: string, statusId: string) =>
      issue({
        id,
        property: {
          v: 1,
          itemId: 'laptop',
          itemVersion: 1,
          requestId: `r-${id}`,
          requester: 'a',
          beneficiary: 'a',
          answers: { why: 'mallory' },
        },
        status: { id: statusId, category: 'indeterminate' },
      });
    const itemFor = async () => published({ approvals: [step] });
    expect(await adoptRequests([waiting('100', '2'), waiting('101', '1')], { ...ports, itemFor })).toBe(2);
    expect((await readRequest('r-100'))?.approvals[0]).toEqual({
      state: 'pending',
      approvers: ['maria'],
      rule: 'any',
      startedAt: new Date(NOW - 20 * DAY).toISOString(),
      decisions: [],
      waitingStatusId: '2',
    });
    expect((await readRequest('r-101'))?.approvals).toEqual([]);
    const waitingWorld = world('2', { approvals: [step] });
    const by = (accountId: string) => listApprovals({ ...alice, accountId }, waitingWorld.ports);
    expect([(await by('maria')).length, (await by('mallory')).length]).toEqual([1, 0]);
  });

  it('passes over those whom the approver left', async () => {
    const step = { approvers: ['maria', 'felix'], rule: 'all', waitingStatusId: '4' } as const;
    const itemFor = async () => published({ approvals: [step] });
    await adoptRequests([issue()], { ...ports, itemFor, peopleGone: async () => new Map([['maria', null]]) });
    expect((await readRequest('request-1'))?.approvals[0]?.approvers).toEqual(['felix']);
  });

  it('never writes over a request that is there', async () => {
    await keep(request({ requester: 'boris' }));
    expect(await adopt(issue())).toBe(0);
    expect((await readRequest('request-1'))?.requester).toBe('boris');
  });
});

it('sums up one’s own', async () => {
  await keep(
    request({ id: 'a1', itemId: 'a', receivedAt: new Date(NOW - 89 * DAY).toISOString() }),
    request({ id: 'a2', itemId: 'a', state: 'closed', receivedAt: new Date(NOW - DAY).toISOString() }),
    request({ id: 'b1', itemId: 'b', receivedAt: new Date(NOW - 91 * DAY).toISOString() }),
  );
  expect(await ownSummary(alice)).toEqual({
    open: 2,
    recentItems: ['a', 'b'],
    recentFor: [],
    waiting: [],
  });
});
