import { type FakeForge, installFakeForge } from '../../test/support/fake-forge';
import { draft, keepDraft } from '../../test/support/drafts';
import { request } from '../../test/support/samples';
import type { RequestApproval } from './domain/model';
import { endDrafts } from './drafts/draft-store';
import { setFavourite } from './own/favourites';
import { homeOf } from './home';
import { writeRequest } from './records/update-request';
import { updateRequest } from './records/update-request';

const SECOND = 1_000;
const NOW = Date.parse('2026-03-20T10:00:00Z');

let forge: FakeForge;
let now: number;
beforeEach(() => {
  forge = installFakeForge('alice');
  now = NOW;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

const approval = (approvers: readonly string[]): RequestApproval => ({
  state: 'pending',
  approvers,
  rule: 'any',
  startedAt: '2026-03-20T09:00:00.000Z',
  decisions: [],
});
const ports = {
  mayBeAssigned: async () => false,
  issuesNow: async (ids: readonly string[]) =>
    new Map(
      ids.map((id) => [
        id,
        {
          id,
          key: 'IT-1',
          summary: '',
          status: { id: '1', category: 'new' as const },
          statusSince: '',
          updated: '',
          isAssigned: false,
          reporter: 'alice',
        },
      ]),
    ),
};
const home = (accountId: string) => homeOf({ accountId, now }, ports);
/** So long that indexes have shown everything, and that it was put together since. */
async function settled(...people: readonly string[]): Promise<void> {
  now += 60 * SECOND;
  await Promise.all(people.map(home));
}
async function readsOf(work: () => Promise<unknown>): Promise<number> {
  const before = forge.kvs.calls.length;
  await work();
  return forge.kvs.calls.length - before;
}

it('is one read while nothing of the person changes', async () => {
  await writeRequest(null, request());
  await settled('alice');
  expect(await readsOf(() => home('alice'))).toBe(1);
  now += 3_600 * SECOND;
  expect(await readsOf(() => home('alice'))).toBe(1);
});

it('follows what is asked, decided and closed, of everybody it is about', async () => {
  await settled('alice', 'boris', 'maria');
  await writeRequest(null, request({ beneficiary: 'boris', approvals: [approval(['maria'])] }));
  expect(await home('alice')).toMatchObject({ open: 1, recentItems: ['laptop'], pendingApprovals: 0 });
  expect(await home('boris')).toMatchObject({ open: 1, recentItems: [] });
  expect(await home('maria')).toMatchObject({ open: 0, pendingApprovals: 1 });

  await settled('alice', 'boris', 'maria');
  await updateRequest('request-1', (known) => ({
    next: { ...known!, approvals: [{ ...known!.approvals[0]!, state: 'approved' }] },
    answer: undefined,
  }));
  expect(await home('maria')).toMatchObject({ pendingApprovals: 0 });

  await settled('alice', 'boris', 'maria');
  await updateRequest('request-1', (known) => ({ next: { ...known!, state: 'closed' }, answer: undefined }));
  expect(await home('alice')).toMatchObject({ open: 0, recentItems: ['laptop'] });
  expect(await home('boris')).toMatchObject({ open: 0 });
});

it('says which requests wait for an answer or a confirmation', async () => {
  await settled('alice');
  await writeRequest(null, request({ asked: true }));
  const asked = { requestId: 'request-1', itemId: 'laptop', why: 'answer' };
  expect((await home('alice')).waiting).toMatchObject([asked]);
  await settled('alice');
  await updateRequest('request-1', (known) => {
    const { asked: _, ...rest } = known!;
    return { next: { ...rest, closesAt: '2026-04-03T10:00:00.000Z' }, answer: undefined };
  });
  expect((await home('alice')).waiting).toMatchObject([{ ...asked, why: 'confirm' }]);
});

it('keeps stars, the newest first, each once', async () => {
  await settled('alice');
  await setFavourite('alice', 'laptop', true);
  await setFavourite('alice', 'desk', true);
  await setFavourite('alice', 'laptop', true);
  expect((await home('alice')).favourites).toEqual(['laptop', 'desk']);
  expect((await home('boris')).favourites).toEqual([]);
  await settled('alice');
  await setFavourite('alice', 'laptop', false);
  expect((await home('alice')).favourites).toEqual(['desk']);
});

it('shows drafts as they stand, in the same read', async () => {
  await settled('alice');
  const updatedAt = new Date(now).toISOString();
  await keepDraft('alice', { updatedAt }, now);
  const { itemId, itemName, clientToken, reason } = draft();
  const told = { itemId, itemName, clientToken, reason, updatedAt, number: 1 };
  expect(await readsOf(async () => expect((await home('alice')).drafts).toEqual([told]))).toBe(1);
  expect((await home('boris')).drafts).toEqual([]);
  await endDrafts('alice', () => true);
  expect((await home('alice')).drafts).toEqual([]);
});

it('shows no draft that is over', async () => {
  await keepDraft('alice', { updatedAt: new Date(now).toISOString() }, now);
  now += 60 * 86_400 * SECOND - 1;
  expect((await home('alice')).drafts).toHaveLength(1);
  now += 1;
  expect((await home('alice')).drafts).toEqual([]);
});

it('asks again soon after a change, as indexes may not show it yet', async () => {
  await settled('alice');
  await writeRequest(null, request());
  await home('alice');
  expect(await readsOf(() => home('alice'))).toBe(1);
  now += 6 * SECOND;
  expect(await readsOf(() => home('alice'))).toBeGreaterThan(1);
});

it('tells everybody where more people decide than a transaction has room for', async () => {
  const many = Array.from({ length: 20 }, (_, index) => `approver-${index}`);
  await settled('alice', 'approver-19', 'stranger');
  await writeRequest(null, request({ approvals: [approval(many)] }));
  expect(await home('approver-19')).toMatchObject({ pendingApprovals: 1 });
  expect(await home('alice')).toMatchObject({ open: 1 });
});
