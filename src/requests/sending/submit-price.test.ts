/** Sending a form for something that has a price, a number of pieces and a manager who is asked. */
import { alice, form, requestWorld } from '../../../test/support/request-world';
import { field, published } from '../../../test/support/samples';
import { JiraRefused } from '../../kernel/errors';
import { decideApproval } from '../approvals/decide-approval';
import { heads, readRequest } from '../records/store';
import { submit } from './submit';

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});

describe('what it costs, how many, and the manager', () => {
  const count = field('count', { type: 'number' });
  const ordering = (over: Parameters<typeof published>[0] = {}) =>
    published({
      form: [count],
      price: { amount: 20, currency: 'EUR' },
      quantity: { field: 'count', perPerson: 4 },
      ...over,
    });
  const sent = (id: string, howMany: number) => form({ clientToken: id, answers: { count: howMany } });
  const status = { id: '1', name: '', category: 'new' as const };
  /** A Jira that has every work item, each in its first status or cancelled. */
  const unless = (cancelled: ReadonlySet<string>) => async (ids: readonly string[]) =>
    new Map(
      ids.map((id) => [
        id,
        {
          ...{ id, key: id, summary: '', updated: '', isAssigned: false },
          status: { ...status, id: cancelled.has(id) ? '5' : '1' },
        },
      ]),
    ) as never;

  it('stays with the request, tests approvals, and is not told on the work item', async () => {
    const when = { field: '@price', op: 'gt', value: 50 } as const;
    const step = { approvers: ['maria'], rule: 'all', when, waitingStatusId: '9' } as const;
    const { ports, issues } = requestWorld(ordering({ approvals: [step] }));
    await submit(sent('token-0000-0003', 3), alice(), ports);
    expect(await readRequest('token-0000-0003')).toMatchObject({
      answers: { count: 3, '@price': 60 },
      approvals: [{ approvers: ['maria'] }],
    });
    expect(issues[0]?.property.answers).toEqual({ count: 3 });
    await submit(sent('token-0000-0001', 1), alice(), ports);
    expect(await readRequest('token-0000-0001')).toMatchObject({ approvals: [] });
  });

  it('refuses more than one person may have, of whom cancelled ones do not count', async () => {
    const cancelled = new Set<string>();
    const { ports } = requestWorld(ordering(), { issuesNow: unless(cancelled) });
    await submit(sent('token-0000-0003', 3), alice(), ports);
    await expect(submit(sent('token-0000-0002', 2), alice(), ports)).rejects.toMatchObject({
      code: 'INVALID_ANSWERS',
      fields: [{ at: 'count', code: 'overCap', params: { max: 4, left: 1 } }],
    });
    expect(await submit(sent('token-0000-0003', 3), alice(), ports)).toMatchObject({ issueKey: 'IT-1' });
    cancelled.add('1');
    expect(await submit(sent('token-0000-0002', 2), alice(), ports)).toMatchObject({ issueKey: 'IT-2' });
  });

  it.each([
    ['with a work item at once', []],
    ['that waits for its approval', [{ approvers: ['maria'], rule: 'any', beforeIssue: true }]],
  ] as const)('refuses what two tabs send at once, %s', async (_, approvals) => {
    const { ports } = requestWorld(ordering({ approvals }), { issuesNow: unless(new Set()) });
    const both = ['token-0000-0003', 'token-0000-0004'].map((id) => sent(id, 3));
    const outcomes = await Promise.allSettled(both.map((each) => submit(each, alice(), ports)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = both[outcomes.findIndex(({ status }) => status === 'rejected')]!;
    expect(outcomes).toContainEqual(
      expect.objectContaining({
        reason: expect.objectContaining({ code: 'BEING_SENT', retryable: true }) as unknown,
      }),
    );
    await expect(submit(lost, alice(), ports)).rejects.toMatchObject({
      fields: [{ code: 'overCap', params: { left: 1 } }],
    });
  });

  it('counts what the index does not show yet, and not what Jira has refused', async () => {
    const { ports } = requestWorld(ordering(), { issuesNow: unless(new Set()) });
    const refused = { ...ports, createAsApp: async () => Promise.reject(new JiraRefused(400, [])) };
    await expect(submit(sent('token-0000-0001', 4), alice(), refused)).rejects.toBeDefined();
    await submit(sent('token-0000-0003', 3), alice(), ports);
    const index = jest.spyOn(heads, 'queryAll').mockResolvedValue([]);
    await expect(submit(sent('token-0000-0002', 2), alice(), ports)).rejects.toMatchObject({
      fields: [{ code: 'overCap', params: { left: 1 } }],
    });
    index.mockRestore();
  });

  it('lets go on who has a request that can’t be read, which counts as one piece', async () => {
    const { ports, forge } = requestWorld(ordering(), { issuesNow: unless(new Set()) });
    await submit(sent('token-0000-0003', 3), alice(), ports);
    const torn = [...forge.kvs.rows.keys()].filter((key) => key.endsWith('request:token-0000-0003'));
    for (const key of torn) forge.kvs.rows.set(key, { torn: true });
    expect(torn).toHaveLength(1);
    await expect(submit(sent('token-0000-0004', 4), alice(), ports)).rejects.toMatchObject({
      fields: [{ code: 'overCap', params: { left: 3 } }],
    });
    expect(await submit(sent('token-0000-0005', 3), alice(), ports)).toMatchObject({ issueKey: 'IT-2' });
  });

  it('counts what waits for its approval without a work item, and not what was declined', async () => {
    const step = { approvers: ['maria'], rule: 'any', beforeIssue: true } as const;
    const { ports } = requestWorld(ordering({ approvals: [step] }));
    await submit(sent('token-0000-0003', 3), alice(), ports);
    const more = () => submit(sent('token-0000-0002', 2), alice(), ports);
    await expect(more()).rejects.toMatchObject({ fields: [{ code: 'overCap', params: { left: 1 } }] });
    const decision = { requestId: 'token-0000-0003', decision: 'declined', comment: '' } as const;
    const maria = { ...alice(), accountId: 'maria' };
    await decideApproval(decision, maria, { ...ports, hasMoved: async () => false });
    expect(await more()).toEqual({ requestId: 'token-0000-0002' });
  });

  it.each([
    ['the manager of whom it is for', 'helga', ['helga']],
    ['the owner, where no manager is known', null, ['sergey']],
    ['the owner, where the manager asks for it', 'alice', ['sergey']],
  ])('asks %s', async (_who, manager, approvers) => {
    const step = { approvers: [], manager: true, rule: 'all', waitingStatusId: '9' } as const;
    const asked: string[] = [];
    const { ports } = requestWorld(ordering({ owner: 'sergey', approvals: [step] }), {
      managerOf: async (id) => {
        asked.push(id);
        return manager;
      },
    });
    await submit(sent('token-0000-0001', 1), alice(), ports);
    expect(await readRequest('token-0000-0001')).toMatchObject({ approvals: [{ approvers }] });
    expect(asked).toEqual(['alice']);
  });
});
