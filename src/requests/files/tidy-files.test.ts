import type { Draft } from '../../catalog/domain/model';
import { fileText } from '../../catalog/domain/files/file-ref';
import { installFakeForge } from '../../../test/support/fake-forge';
import { storageCorrupt } from '../../kernel/errors';
import type { RequestDocument } from '../domain/model';
import { changeHeld } from './change-held';
import { everyHeld, heldFiles, heldKey, heldStore, type HeldFile, sentKey, sentStore } from './file-store';
import { tidyFiles } from './tidy-files';

const DAY = 86_400_000;
const NOW = Date.parse('2026-03-02T10:00:00Z');

beforeEach(() => void installFakeForge('alice'));

const file = (id: string, days: number, more: Partial<HeldFile> = {}): HeldFile => ({
  id,
  name: `${id}.png`,
  size: 1,
  type: 'image/png',
  checksum: '',
  at: NOW - days * DAY,
  isThere: true,
  ...more,
});
const draftWith = (...ids: readonly string[]): Pick<Draft, 'answers'> => ({
  answers: { proof: ids.map((id) => fileText({ id, name: 'a.png', size: 1, type: '' })) },
});
const waitingRequest = (id: string) => ({ id, state: 'open' }) as unknown as RequestDocument;

async function tidied(
  files: readonly HeldFile[],
  {
    drafts = [],
    requests = [],
  }: { drafts?: readonly Pick<Draft, 'answers'>[]; requests?: readonly RequestDocument[] } = {},
  removeObject: (key: string) => Promise<void> = async () => undefined,
) {
  await changeHeld('alice', () => ({ files, answer: undefined }));
  const removed: string[] = [];
  await tidyFiles({
    now: NOW,
    draftsOf: async () => drafts,
    requestOf: async (id) => requests.find((request) => request.id === id) ?? null,
    removeObject: async (key) => {
      await removeObject(key);
      removed.push(key);
    },
  });
  return { removed, left: (await heldFiles('alice')).map(({ id }) => id) };
}

it('leaves what was uploaded a moment ago, and what a draft names', async () => {
  const { removed, left } = await tidied([file('fresh', 1), file('drafted', 30), file('loose', 3)], {
    drafts: [draftWith('drafted')],
  });
  expect([removed, left]).toEqual([['loose'], ['fresh', 'drafted']]);
});

it('removes an upload that broke off', async () => {
  const begun = file('begun', 0.1, { isThere: false });
  const going = file('going', 0, { isThere: false });
  expect((await tidied([begun, going])).left).toEqual(['going']);
});

it('removes at night what arrived after it was taken away', async () => {
  const gone = (id: string, days: number) => file(id, days, { isThere: false, isGone: true });
  const { removed, left } = await tidied([gone('over', 0.1), gone('open', 0.05)]);
  expect(removed).toEqual(['over']);
  // To whoever it was of it is gone all the while.
  expect(left).toEqual([]);
  expect((await everyHeld('alice')).map(({ id }) => id)).toEqual(['open']);
});

it('removes what was added to a request that came to nothing', async () => {
  const id = sentKey('r1');
  const added = { id: 'added', name: 'a.png', size: 1, type: '', by: 'alice', checksum: '' };
  await sentStore.put(id, { schema: 1, id, rev: 1, files: [added] }, 'any');
  const files = [file('added', 5, { requestId: 'r1' })];
  const closed = { ...waitingRequest('r1'), state: 'closed' } as RequestDocument;
  expect((await tidied(files, { requests: [waitingRequest('r1')] })).left).toEqual(['added']);
  expect((await tidied(files, { requests: [closed] })).left).toEqual([]);
});

it('removes after sixty days what a draft still names', async () => {
  expect((await tidied([file('old', 61)], { drafts: [draftWith('old')] })).left).toEqual([]);
});

it('leaves what waits with its request for an approval, and removes what came to nothing', async () => {
  const files = [file('waits', 5, { requestId: 'r1' }), file('declined', 5, { requestId: 'r2' })];
  const closed = { ...waitingRequest('r2'), state: 'closed' } as RequestDocument;
  expect((await tidied(files, { requests: [waitingRequest('r1'), closed] })).left).toEqual(['waits']);
});

it('leaves what a step is still to put on the work item, and removes what is there', async () => {
  const id = sentKey('r1');
  const sent = { name: 'a.png', size: 1, type: '', by: 'alice', checksum: '' };
  await sentStore.put(
    id,
    {
      schema: 1,
      id,
      rev: 1,
      files: [
        { ...sent, id: 'waits' },
        { ...sent, id: 'there', attachmentId: '7' },
      ],
    },
    'any',
  );
  const files = ['waits', 'there'].map((each) => file(each, 5, { requestId: 'r1' }));
  const requests = [{ ...waitingRequest('r1'), issueId: '100' }];
  expect((await tidied(files, { requests })).left).toEqual(['waits']);
});

it('goes on where an object can’t be removed, and comes back to it', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const refuse = () => Promise.reject(new Error('down'));
  expect((await tidied([file('loose', 3)], {}, refuse)).left).toEqual(['loose']);
  expect((await tidied([file('loose', 3)])).left).toEqual([]);
});

it('removes nothing of whose drafts can’t be read, and goes on with the others', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const person of ['alice', 'bob'])
    await changeHeld(person, () => ({ files: [file(`of-${person}`, 3)], answer: undefined }));
  const removed: string[] = [];
  await tidyFiles({
    now: NOW,
    draftsOf: async (person) => {
      if (person === 'alice') throw storageCorrupt();
      return [];
    },
    requestOf: async () => null,
    removeObject: async (key) => void removed.push(key),
  });
  expect(removed).toEqual(['of-bob']);
  expect((await heldFiles('alice')).map(({ id }) => id)).toEqual(['of-alice']);
});

it('drops the row of who has no files any more', async () => {
  await tidied([file('loose', 3)]);
  expect(await heldStore.get(heldKey('alice'))).not.toBeNull();
  await tidied([]);
  expect(await heldStore.get(heldKey('alice'))).toBeNull();
});
