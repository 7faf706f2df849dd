import { carried, stepPorts } from '../../../test/support/carried';
import { form, alice, NOW, requestWorld, token } from '../../../test/support/request-world';
import { published } from '../../../test/support/samples';
import { auditEntries } from '../../platform/storage/audit-entries';
import { approvalRows } from '../records/approval-rows';
import { checkApprovers } from './check-approvers';
import { decideApproval } from './decide-approval';
import { leftApprovals } from './left-approvals';
import { readRequest } from '../records/store';
import { submit } from '../sending/submit';
import { updateRequest } from '../records/update-request';

const step = { approvers: ['maria', 'felix', 'hugo'], rule: 'all', waitingStatusId: '2' } as const;

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});

/** A request that waits for its approvers; some of all people have left since. */
async function waiting(approvers: readonly string[] = step.approvers) {
  const item = published({ approvals: [{ ...step, approvers }], owner: 'sergey' });
  const { ports, told, forge } = requestWorld(item);
  await submit(form(), alice(), ports);
  told.length = 0;
  const check = (...gone: readonly string[]) => checkWith(Object.fromEntries(gone.map((id) => [id, null])));
  /** Who left, each with who stands in for them. */
  const checkWith = (gone: Readonly<Record<string, string | null>>) =>
    checkApprovers({
      now: NOW + 86_400_000,
      peopleGone: async (ids) => new Map(ids.flatMap((id) => (id in gone ? [[id, gone[id] ?? null]] : []))),
      itemInVersion: async () => item,
      remindAt: async () => () => null,
      reminds: async () => false,
      appAccountId: async () => 'app',
      carryOut: carried({ ...stepPorts({ now: () => NOW }), ...ports }).carryOut,
    });
  const decide = (accountId: string) =>
    decideApproval(
      { requestId: token, decision: 'approved', comment: '' },
      { ...alice(), accountId },
      {
        ...ports,
        hasMoved: async () => false,
        issuesNow: async () =>
          new Map([
            [
              '1',
              {
                id: '1',
                key: 'IT-1',
                summary: '',
                status: { id: '2', category: 'indeterminate' as const },
                reporter: 'alice',
                updated: '',
                isAssigned: true,
              },
            ],
          ]),
      },
    );
  const asked = async () => (await readRequest(token))?.approvals[0]?.approvers;
  return { check, checkWith, decide, asked, told, forge, ports };
}

const waitsFor = async (approver: string) =>
  (await approvalRows.query({ index: 'by-approver', partition: [approver, 'pending'] })).docs.length;

it('leaves out one of three who left: the two others decide', async () => {
  const { check, decide, asked } = await waiting();
  expect(await check('maria')).toBe(1);
  expect(await asked()).toEqual(['felix', 'hugo']);
  expect([await waitsFor('maria'), await waitsFor('felix')]).toEqual([0, 1]);
  expect(await leftApprovals()).toMatchObject([{ requestId: token, issueKey: 'IT-1', left: 'others' }]);
  await decide('felix');
  expect((await decide('hugo')).state).toBe('approved');
});

it('passes on the others where one can’t be read', async () => {
  const { check, asked, forge, ports } = await waiting(['maria']);
  await submit(form({ clientToken: 'token-0000-0000' }), alice(), ports);
  const torn = [...forge.kvs.rows.keys()].filter((key) => key.endsWith('request:token-0000-0000'));
  for (const key of torn) forge.kvs.rows.set(key, { torn: true });
  expect(await check('maria')).toBe(1);
  expect(await asked()).toEqual(['sergey']);
});

it('asks who stands in for an approver who left, in their place, tells them and audits it', async () => {
  const { checkWith, decide, asked, told } = await waiting(['maria', 'felix']);
  await decide('felix');
  expect(await checkWith({ maria: 'hugo' })).toBe(1);
  expect(await asked()).toEqual(['hugo', 'felix']);
  expect(told).toEqual(['notice 1 approval']);
  expect([await waitsFor('maria'), await waitsFor('hugo')]).toEqual([0, 1]);
  expect(await leftApprovals()).toMatchObject([{ left: 'standIn' }]);
  expect((await decide('hugo')).state).toBe('approved');
});

it.each([
  ['asks for it', { maria: 'alice' }],
  ['is gone too', { maria: null }],
])('lets the item’s owner decide where who stands in %s', async (_, gone) => {
  const { checkWith, asked } = await waiting(['maria']);
  await checkWith(gone);
  expect(await asked()).toEqual(['sergey']);
});

it('lets the item’s owner stand in where nobody is left to decide, tells them and audits it', async () => {
  const { check, decide, asked, told } = await waiting();
  await decide('felix');
  expect(await check('maria', 'hugo')).toBe(1);
  expect(await asked()).toEqual(['felix', 'sergey']);
  expect(told).toEqual(['notice 1 approval']);
  expect(await waitsFor('sergey')).toBe(1);
  const { docs } = await auditEntries.query({ index: 'by-subject', partition: [`request:${token}`] });
  expect(docs.find(({ action }) => action === 'request.passedOn')).toMatchObject({ by: 'app' });
  expect((await decide('sergey')).state).toBe('approved');
});

it('lets the owner stand in for whom the request has become their own, who may not decide about it', async () => {
  const { check, decide, asked, told } = await waiting(['maria']);
  await updateRequest(token, (request) => ({
    next: { ...request!, beneficiary: 'maria' },
    answer: undefined,
  }));
  await expect(decide('maria')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await check()).toBe(1);
  expect(await asked()).toEqual(['sergey']);
  expect(told).toEqual(['notice 1 approval']);
  expect([await waitsFor('maria'), await waitsFor('sergey')]).toEqual([0, 1]);
});

it('shows what waits for nobody, once as long as it does', async () => {
  const { check, asked } = await waiting(['maria']);
  expect(await check('maria', 'sergey')).toBe(1);
  expect(await asked()).toEqual(['maria']);
  expect(await leftApprovals()).toMatchObject([{ left: 'nobody' }]);
  expect(await check()).toBe(0);
  expect(await leftApprovals()).toEqual([]);
});
