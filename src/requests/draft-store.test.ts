import { installFakeForge } from '../../test/support/fake-forge';
import { corruptDocuments } from '../platform/storage/corrupt-documents';
import { readDraft, readDrafts, writeDraft } from './draft-store';

const draft = (itemId: string) => ({
  schema: 1 as const,
  itemId,
  itemVersion: 1,
  answers: {},
  updatedAt: '2026-03-02T10:00:00.000Z',
  reason: 'saved' as const,
  clientToken: '00000000-0000-4000-8000-000000000001',
});

it('lists only the drafts of the account itself, not of one whose id begins with it', async () => {
  installFakeForge('712020');
  await writeDraft('712020', draft('laptop'));
  await writeDraft('712020:8d2f', draft('vpn'));
  expect((await readDrafts('712020')).map(({ itemId }) => itemId)).toEqual(['laptop']);
  expect((await readDrafts('712020:8d2f')).map(({ itemId }) => itemId)).toEqual(['vpn']);
});

it('opens a form whose draft can not be read without it, and tells of that on the health page', async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { kvs } = installFakeForge('712020');
  await writeDraft('712020', draft('laptop'));
  kvs.rows.set('\0draft:712020:vpn', { schema: 1, answers: 'torn' });
  expect(await readDraft('712020', 'vpn')).toBeNull();
  expect((await readDrafts('712020')).map(({ itemId }) => itemId)).toEqual(['laptop']);
  expect(await corruptDocuments()).toEqual(new Map([['draft', 1]]));
});

it('takes a draft that was never saved for none, and notes nothing', async () => {
  installFakeForge('712020');
  expect(await readDraft('712020', 'laptop')).toBeNull();
  expect(await corruptDocuments()).toEqual(new Map());
});
