import { createHash } from 'node:crypto';
import { installFakeForge } from '../../../test/support/fake-forge';
import { field, published } from '../../../test/support/samples';
import { heldFiles } from './file-store';
import { beginUpload, confirmUpload, removeFile, type UploadPorts } from './upload';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-03-02T10:00:00Z');
const MB = 1024 * 1024;
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const checksum = createHash('sha256').update(PNG).digest('base64');
const item = published({ form: [field('proof', { type: 'file', required: false })] });
const alice = (now = NOW) => ({ accountId: 'alice', now });

let objects: Map<string, Uint8Array>;
beforeEach(() => {
  installFakeForge('alice');
  objects = new Map();
});

const ports: UploadPorts = {
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
  beginUpload(item, { field: 'proof', name: 'a.png', size, checksum }, alice(now), ports);

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
  const again = beginUpload(
    item,
    { field: 'proof', name: 'b.png', size: 1, checksum },
    alice(NOW + HOUR + 1),
    down,
  );
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
      await removeFile(id, alice(), ports);
      return bytes;
    },
  };
  await expect(confirmUpload(id, alice(), meanwhile)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await heldFiles('alice')).toEqual([]);
});
