import { installFakeForge, type FakeForge } from '../../../test/support/fake-forge';
import type { RequestDocument } from '../domain/model';
import { heads, readRequest, requestWrites } from './store';
import { writeRequest } from './update-request';
import { updateRequest } from './update-request';

let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('alice');
});

const account = (n: number) => `712020:00000000-0000-4000-8000-00000000000${n}`;
const request: RequestDocument = {
  schema: 1,
  id: '00000000-0000-4000-8000-000000000001',
  rev: 1,
  itemId: 'a-service-with-a-long-name',
  itemVersion: 12,
  requester: account(1),
  beneficiary: account(2),
  channel: 'portal',
  receivedAt: '2026-03-02T10:00:00.000Z',
  answers: { why: 'x'.repeat(5_000) },
  state: 'open',
  issueId: '1234567',
  issueKey: 'LONGKEY-12345',
  approvals: [
    {
      state: 'pending',
      approvers: [3, 4, 5, 6, 7].map(account),
      rule: 'all',
      startedAt: '2026-03-02T10:00:00.000Z',
      decisions: [],
      waitingStatusId: '10004',
    },
  ],
};

it('keeps a row of at most a kilobyte, whatever was written and whoever is asked', async () => {
  await writeRequest(null, request);
  const row = forge.kvs.rows.get(`request\0${request.id}`);
  expect(row).toBeDefined();
  expect(JSON.stringify(row).length).toBeLessThanOrEqual(1_024);
  expect(await readRequest(request.id)).toEqual({ ...request, bodyRev: 1 });
});

it('keeps how many of those who are asked must say yes', async () => {
  const [step] = request.approvals;
  const counted = { ...request, approvals: [{ ...step!, rule: 'atLeast' as const, needed: 2 }] };
  await writeRequest(null, counted);
  expect((await readRequest(request.id))?.approvals).toEqual(counted.approvals);
});

it('writes the body again only when it changed', async () => {
  await writeRequest(null, request);
  const body = () => forge.kvs.rows.get(`\0request:${request.id}`);
  const before = body();
  await updateRequest(request.id, (known) => ({ next: { ...known!, state: 'closed' }, answer: undefined }));
  expect(body()).toBe(before);
  expect(await readRequest(request.id)).toMatchObject({ state: 'closed', rev: 2, answers: request.answers });
});

it('never takes a body that is not there for an empty one', async () => {
  await writeRequest(null, request);
  forge.kvs.rows.delete(`\0request:${request.id}`);
  await expect(readRequest(request.id)).rejects.toThrow();
  expect(await heads.get(request.id)).not.toBeNull();
});

it('leaves room in a transaction for what else follows, with as many approvers as an item may have', () => {
  const [step] = request.approvals;
  const many = Array.from({ length: 16 }, (_, index) => `approver-${index}`);
  const asked = { ...request, approvals: [{ ...step!, approvers: many }] };
  expect(requestWrites(null, asked).length).toBeLessThanOrEqual(19);
  const few = { ...request, approvals: [{ ...step!, approvers: many.slice(0, 6) }] };
  expect(requestWrites(null, few).length).toBeLessThanOrEqual(18);
});
