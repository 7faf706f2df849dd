import { installFakeForge } from '../../../test/support/fake-forge';
import { field, published, request } from '../../../test/support/samples';
import { fileText } from '../../catalog/domain/files/file-ref';
import { transact } from '../../platform/storage/transact';
import { changeHeld } from '../files/change-held';
import { openRequestFile, type OpenPorts } from './open-file';
import { requestWrites } from '../records/store';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const file = (id: string) => ({ id, name: `${id}.png`, size: 1, type: 'image/png' });
const item = published({ form: [field('proof', { type: 'file', required: false })] });
const ports = {
  itemInVersion: async () => item,
  mayBrowse: async () => new Set<string>(),
  downloadUrl: async (key: string) => `https://store.example/${key}`,
} as unknown as OpenPorts;
const opened = async (id: string, accountId: string) =>
  openRequestFile('request-1', id, { accountId, now: NOW, groups: async () => [] }, ports).then(
    ({ name }) => name,
    ({ code }: { code: string }) => code,
  );

it('opens what waits for an approval to who asked and for whom, and to nobody else', async () => {
  installFakeForge('alice');
  const files = ['sent', 'other'].map((id) => ({ ...file(id), checksum: '', at: NOW, isThere: true }));
  await changeHeld('alice', () => ({ files, answer: undefined }));
  const waiting = request({
    issueId: undefined,
    issueKey: undefined,
    beneficiary: 'bob',
    answers: { proof: [fileText(file('sent'))] },
  });
  await transact(requestWrites(null, { ...waiting, rev: 1 }));
  expect(await Promise.all(['alice', 'bob', 'eve'].map((who) => opened('sent', who)))).toEqual([
    'sent.png',
    'sent.png',
    'NOT_FOUND',
  ]);
  // Whoever knows the id of another file of theirs is let to it by no request that does not name it.
  expect(await opened('other', 'bob')).toBe('NOT_FOUND');
});
