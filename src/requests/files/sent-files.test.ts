import { fileText } from '../../catalog/domain/files/file-ref';
import { installFakeForge } from '../../../test/support/fake-forge';
import { field, published, request } from '../../../test/support/samples';
import { alice, form, requestWorld } from '../../../test/support/request-world';
import type { AppFailure } from '../../kernel/errors';
import { transact } from '../../platform/storage/transact';
import { newRow, stepRows, stepWrite } from '../../work/steps';
import type { RequestDocument } from '../domain/model';
import { openRequest } from '../issue/open-request';
import { requestWrites } from '../records/store';
import { submit } from '../sending/submit';
import { sentKey, sentStore } from './file-store';

const ids = Array.from({ length: 20 }, (_, n) => `file-${n}`);
const proof = ids.map((id) => fileText({ id, name: `${id}.png`, size: 1, type: 'image/png' }));
const item = published({ form: [field('proof', { type: 'file', required: false })] });
const held = (id: string) => ({
  ...{ id, name: `${id}.png`, size: 1, type: 'image/png' },
  ...{ checksum: '', at: 0, isThere: true },
});
const approvalBy = (approvers: readonly string[]): RequestDocument['approvals'] =>
  approvers.length === 0
    ? []
    : [{ state: 'pending', approvers, rule: 'all', startedAt: '2026-03-02T10:00:00.000Z', decisions: [] }];

/** The steps of files in each row, once a request with twenty has its work item. */
async function filesPerRow(approvers: readonly string[]): Promise<readonly number[]> {
  installFakeForge('alice');
  const sent = request({
    state: 'creating',
    issueId: undefined,
    issueKey: undefined,
    beneficiary: 'bob',
    answers: { proof },
    approvals: approvalBy(approvers),
  });
  const creating = { ...sent, rev: 1 };
  await transact(requestWrites(null, creating));
  const about = { item: '', itemId: '', owner: '', requester: '' };
  const row = newRow({ id: 'sent', subject: 'request:1', steps: [], about }, 0);
  await openRequest({ ...creating, bodyRev: 1 }, { id: '1', key: 'IT-1' }, item, [stepWrite(row)]);
  expect((await sentStore.get(sentKey(sent.id)))?.files.map(({ id }) => id)).toEqual(ids);
  const { docs } = await stepRows.query({ index: 'by-subject', partition: [`files:${sent.id}`] });
  return docs
    .map(({ steps }) => steps.filter(({ kind }) => kind === 'file').length)
    .filter((count) => count > 0);
}

it('puts files on the work item by four', async () => {
  expect(await filesPerRow([])).toEqual([4, 4, 4, 4, 4]);
});

it.each([6, 7, 15])('finds room for twenty files beside %i approvers', async (count) => {
  const approvers = Array.from({ length: count }, (_, n) => `approver-${n}`);
  const rows = await filesPerRow(approvers);
  expect(rows.reduce((sum, each) => sum + each, 0)).toBe(20);
});

it('takes no file that was sent with another request: it goes to that work item', async () => {
  const files = ['free', 'sent'].map((id) => ({
    ...held(id),
    ...(id === 'sent' && { requestId: 'another' }),
  }));
  const { ports } = requestWorld(item, { heldFiles: async () => files });
  const send = (id: string) =>
    submit(form({ answers: { proof: [fileText(held(id))] } }), alice(), ports).then(
      () => 'sent',
      ({ fields }: AppFailure) => fields?.map(({ code }) => code),
    );
  expect([await send('sent'), await send('free')]).toEqual([['fileGone'], 'sent']);
});
