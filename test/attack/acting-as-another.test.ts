/** Nobody orders in somebody else's name behind their back: only where the item says so, and never without a trace. */
import { handlers } from '../../src/entry/resolvers';
import { auditEntries } from '../../src/platform/storage/audit-entries';
import type { ItemContent, OnBehalf } from '../../src/catalog/domain/model';
import { getRequest } from '../../src/requests/reading/get-request';
import { listApprovals } from '../../src/requests/approvals/list-approvals';
import { listRequests } from '../../src/requests/reading/list-requests';
import { readRequest } from '../../src/requests/records/store';
import { submit } from '../../src/requests/sending/submit';
import { installFakeForge } from '../support/fake-forge';
import { alice, form, NOW, requestWorld, token } from '../support/request-world';
import { field, published } from '../support/samples';

const STAFF = {
  availableFor: { groups: ['staff'], users: [] },
  notAvailableFor: { groups: [], users: [] },
};
const approval = { approvers: ['maria', 'ingrid'], rule: 'any', waitingStatusId: '9' } as const;
const person = (accountId: string) => ({ accountId, now: NOW, groups: async () => [] });

function desk(access: OnBehalf['access'] | null, over: Partial<ItemContent> = {}) {
  const item = published({
    form: [field('who', { type: 'user', required: true }), field('why')],
    ...(access && { onBehalf: { field: 'who', access } }),
    ...over,
  });
  const world = requestWorld(item, { groupsOf: async (id) => (id === 'maria' ? ['staff'] : []) });
  const view = {
    ...world.ports,
    issuesNow: async (ids: readonly string[]) =>
      new Map(
        ids.map((id) => [
          id,
          {
            id,
            key: `IT-${id}`,
            summary: 'Laptop',
            reporter: 'maria',
            status: { id: '9', category: 'indeterminate' as const },
            updated: '2026-03-02T10:00:00.000+0000',
            isAssigned: true,
          },
        ]),
      ),
    promisesOf: async () => new Map(),
    mayBrowse: async () => new Set<string>(),
    publicComments: async () => [],
  };
  return { ...world, view };
}
const order = (who: string) => form({ answers: { who, why: 'because' } });

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});

it.each(['requests.submit', 'requests.saveDraft'] as const)(
  '%s refuses a beneficiary in its payload, whoever sends it and whatever the item allows',
  async (name) => {
    const forge = installFakeForge('alice');
    const resolver = handlers[name] as (request: object) => Promise<unknown>;
    const payload = { ...order('maria'), requestedFor: 'maria' };
    expect(await resolver({ payload, context: { accountId: 'alice' } })).toMatchObject({
      ok: false,
      error: { code: 'SCREEN_OUTDATED' },
    });
    expect([forge.kvs.rows.size, forge.products.length]).toEqual([0, 0]);
  },
);

it('keeps a request its sender’s own, whomever its form names, while the item does not allow more', async () => {
  const { issues, ports } = desk(null);
  await submit(order('maria'), alice(), ports);
  expect(issues.map(({ as, property }) => [as, property.beneficiary])).toEqual([['app for alice', 'alice']]);
  expect(await readRequest(token)).toMatchObject({ requester: 'alice', beneficiary: 'alice' });
});

it('takes the beneficiary from the answer, and only one who may order it themselves', async () => {
  const { issues, ports } = desk('restricted', { entitlement: STAFF });
  await expect(submit(order('olga'), alice(), ports)).rejects.toMatchObject({
    code: 'INVALID_ANSWERS',
    fields: [{ at: 'who', code: 'notForThem' }],
  });
  expect(issues).toEqual([]);
  await submit(order('maria'), alice(), ports);
  expect(issues.map(({ as }) => as)).toEqual(['app for maria']);
});

it('takes nobody of whom Jira does not tell the app what decides, and says that it is this', async () => {
  const { issues, ports } = desk('restricted', { entitlement: STAFF });
  const silent = {
    ...ports,
    maySee: async (_item: unknown, { accountId }: { accountId: string }) =>
      accountId === 'alice' ? true : null,
  };
  await expect(submit(order('maria'), alice(), silent)).rejects.toMatchObject({
    code: 'INVALID_ANSWERS',
    fields: [{ at: 'who', code: 'untoldOfThem' }],
  });
  expect(issues).toEqual([]);
});

it('orders for nobody but whom the portal orders for, whomever the form names, and for no third by their right', async () => {
  const { issues, ports } = desk('delegated');
  const annaForMaria = { ...alice(), accountId: 'maria', by: 'alice' };
  await submit(order('olga'), annaForMaria, ports);
  expect(issues.map(({ as }) => as)).toEqual(['app for maria']);
  expect(await readRequest(token)).toMatchObject({
    requester: 'alice',
    beneficiary: 'maria',
    answers: { who: 'maria' },
  });
  // The same form is no second try for somebody else.
  await expect(submit(order('olga'), { ...annaForMaria, accountId: 'boris' }, ports)).rejects.toMatchObject({
    code: 'ALREADY_SENT',
  });
});

it('lets one person order for any other where the item says so', async () => {
  const { issues, ports } = desk('delegated', { entitlement: STAFF });
  await submit(order('olga'), alice(), ports);
  expect(issues.map(({ as }) => as)).toEqual(['app for olga']);
});

it('writes who asked on the issue, in its property and in the audit', async () => {
  const { issues, ports } = desk('restricted');
  await submit(order('maria'), alice(), ports);
  expect(issues[0]?.property).toMatchObject({ requester: 'alice', beneficiary: 'maria' });
  expect(JSON.stringify(issues[0]?.fields.description)).toContain(
    'Requested by Name of alice for Name of maria.',
  );
  const { docs } = await auditEntries.query({ index: 'by-subject', partition: [`request:${token}`] });
  expect(docs).toMatchObject([
    {
      by: 'alice',
      action: 'request.onBehalf',
      changes: [{ path: 'beneficiary', before: 'alice', after: 'maria' }],
    },
  ]);
});

it('leaves no such entry, and no such sentence, where somebody asks for themselves', async () => {
  const { issues, ports } = desk('restricted');
  await submit(order('alice'), alice(), ports);
  expect(JSON.stringify(issues[0]?.fields.description)).not.toContain('Requested by');
  const { docs } = await auditEntries.query({ index: 'by-subject', partition: [`request:${token}`] });
  expect(docs).toEqual([]);
});

it('shows the request to both, with both names, and to nobody else', async () => {
  const { ports, view } = desk('restricted');
  await submit(order('maria'), alice(), ports);
  for (const who of ['alice', 'maria']) {
    const { rows } = await listRequests('open', undefined, person(who), view);
    expect(rows).toMatchObject([{ id: token, onBehalf: { by: 'Name of alice', of: 'Name of maria' } }]);
    expect(await getRequest(token, person(who), view)).toMatchObject({ id: token });
  }
  expect((await listRequests('open', undefined, person('boris'), view)).rows).toEqual([]);
  await expect(getRequest(token, person('boris'), view)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('lets neither of the two approve, and tells the approver who asked for whom', async () => {
  const { ports, view } = desk('restricted', { approvals: [approval] });
  await submit(order('maria'), alice(), ports);
  expect((await readRequest(token))?.approvals[0]?.approvers).toEqual(['ingrid']);
  expect(await listApprovals(person('ingrid'), view)).toMatchObject([
    { requesterName: 'Name of alice', forName: 'Name of maria' },
  ]);
  expect(await listApprovals(person('maria'), view)).toEqual([]);
});

it('lets the item’s owner stand in where the only approver is the beneficiary', async () => {
  const { ports } = desk('restricted', { approvals: [{ ...approval, approvers: ['maria'] }] });
  await submit(order('maria'), alice(), ports);
  expect((await readRequest(token))?.approvals[0]?.approvers).toEqual(['sergey']);
});
