import { createHash } from 'node:crypto';
import type { Answers } from '../../catalog/domain/model';
import { fileText } from '../../catalog/domain/files/file-ref';
import { installFakeForge } from '../../../test/support/fake-forge';
import { field } from '../../../test/support/samples';
import { heldFiles } from './file-store';
import { beginUpload, confirmUpload, removeFile, type UploadPorts } from './upload';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-03-02T10:00:00Z');
const MB = 1024 * 1024;
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const checksum = createHash('sha256').update(PNG).digest('base64');
const proof = field('proof', { type: 'file', required: false });
const alice = (now = NOW) => ({ accountId: 'alice', now });

let objects: Map<string, Uint8Array>;
beforeEach(() => {
  installFakeForge('alice');
  objects = new Map();
});

const draftsOf = jest.fn(async (): Promise<readonly { clientToken: string; answers: Answers }[]> => []);
const ports: UploadPorts & { readonly draftsOf: typeof draftsOf } = {
  draftsOf,
  attachmentLimit: async () => 100 * MB,
  uploadUrl: async ({ key }) => `https://store.example/${key}`,
  downloadUrl: async (key) => (objects.has(key) ? `https://store.example/${key}` : null),
  objectInfo: async (key) => {
    const bytes = objects.get(key);
    return bytes ? { size: bytes.byteLength, checksum } : null;
  },
  readObject: async (key) => objects.get(key) ?? null,
  removeObject: async (key) => void objects.delete(key),
  writeObject: async () => undefined,
};
const begin = (now = NOW, size = PNG.byteLength) =>
  beginUpload(proof, { name: 'a.png', size, checksum }, alice(now), ports);

it('takes what broke off out of the store too, though it had arrived, before it no longer counts', async () => {
  const { id } = await begin();
  objects.set(id, PNG);
  const next = await begin(NOW + HOUR + 1);
  expect([...objects.keys()]).toEqual([]);
  expect((await heldFiles('alice')).map((each) => each.id)).toEqual([next.id]);
});

it('counts what broke off for as long as it can’t be taken away', async () => {
  await begin();
  const down = { ...ports, removeObject: () => Promise.reject(new Error('down')) };
  const again = beginUpload(proof, { name: 'b.png', size: 1, checksum }, alice(NOW + HOUR + 1), down);
  await expect(again).rejects.toThrow('down');
  expect(await heldFiles('alice')).toHaveLength(1);
});

it('takes no file that is taken away while it is looked into', async () => {
  const { id } = await begin();
  objects.set(id, PNG);
  const meanwhile = {
    ...ports,
    readObject: async (key: string) => {
      const bytes = objects.get(key) ?? null;
      await removeFile({ id }, alice(), ports);
      return bytes;
    },
  };
  await expect(confirmUpload(id, alice(), meanwhile)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await heldFiles('alice')).toEqual([]);
});

it('takes no file out of another draft that names it', async () => {
  const { url: _, ...file } = await begin();
  const answers = { proof: [fileText(file)] };
  const drafts = ['this', 'other'].map((clientToken) => ({ clientToken, answers }));
  draftsOf.mockResolvedValue(drafts);
  const remove = () => removeFile({ id: file.id, draftId: 'this' }, alice(), ports);
  expect(await remove()).toBe(false);
  expect(await heldFiles('alice')).toHaveLength(1);
  draftsOf.mockResolvedValue(drafts.slice(0, 1));
  expect(await remove()).toBe(true);
  expect(await heldFiles('alice')).toEqual([]);
});

it('takes away again what is sent to the address of a file that was removed', async () => {
  draftsOf.mockResolvedValue([]);
  const { id } = await begin();
  await removeFile({ id }, alice(), ports);
  objects.set(id, PNG);
  await expect(confirmUpload(id, alice(), ports)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(removeFile({ id }, alice(), ports)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  // While the address is good more may come.
  await begin(NOW + HOUR);
  expect([...objects.keys()]).toEqual([id]);
  await begin(NOW + 2 * HOUR + 1);
  expect([...objects.keys()]).toEqual([]);
});

it('keeps no place for a file that got no address', async () => {
  const down = { ...ports, uploadUrl: () => Promise.reject(new Error('down')) };
  const begun = beginUpload(proof, { name: 'b.png', size: 1, checksum }, alice(), down);
  await expect(begun).rejects.toThrow('down');
  expect(await heldFiles('alice')).toEqual([]);
});

it('lets who adds and removes without end fill neither the list nor the store', async () => {
  draftsOf.mockResolvedValue([]);
  const cycle = async () => removeFile({ id: (await begin()).id }, alice(), ports);
  for (let count = 0; count < 200; count += 1) await cycle();
  await expect(cycle()).rejects.toMatchObject({ code: 'INVALID_ANSWERS' });
});
