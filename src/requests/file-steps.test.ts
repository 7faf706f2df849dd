import { createHash } from 'node:crypto';
import { installFakeForge } from '../../test/support/fake-forge';
import { request } from '../../test/support/samples';
import { transact } from '../platform/storage/transact';
import { type FilePorts, fileSteps } from './file-steps';
import { sentKey, sentStore } from './files/file-store';
import { requestWrites } from './records/store';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));
const digest = (text: string): string => createHash('sha256').update(text).digest('base64');
const file = (id: string, text: string) => ({
  ...{ id, name: 'scan.txt', size: text.length, type: 'text/plain' },
  ...{ by: 'alice', checksum: digest(text) },
});

it('takes another file of the same name and size for none that its own attempt left', async () => {
  installFakeForge('alice');
  await transact(requestWrites(null, request()));
  const id = sentKey('request-1');
  await sentStore.put(id, { schema: 1, id, rev: 1, files: [file('f1', 'one'), file('f2', 'two')] }, 'any');
  const removed: string[] = [];
  const ports = {
    now: () => 0,
    // The answer that the second is there was lost; the first never came so far.
    attachedByApp: async () => [{ id: '7', name: 'scan.txt', size: 3 }],
    attachmentBytes: async () => bytes('two'),
    removeObject: async (key: string) => void removed.push(key),
  } as unknown as FilePorts;
  const isLeft = async (which: string) =>
    fileSteps(ports)('request-1')['file']?.isLeft?.({ id: which }, { id: 'mark', again: true, since: 0 });
  expect(await isLeft('f1')).toBe(false);
  expect(await isLeft('f2')).toBe(true);
  expect(removed).toEqual(['f2']);
  expect((await sentStore.get(id))?.files.map(({ attachmentId }) => attachmentId)).toEqual([undefined, '7']);
});
