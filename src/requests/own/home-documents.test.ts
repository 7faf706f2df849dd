import { installFakeForge } from '../../../test/support/fake-forge';
import { corruptDocuments } from '../../platform/storage/corrupt-documents';
import { readFavourites, setFavourite } from './favourites';
import { setFollow } from './follows';
import { followsOf, noteEnded, readFollows } from './own-follows';

const NOW = Date.parse('2026-03-20T10:00:00Z');
const MAIL = { id: 'mail', name: { en: 'Slow mail' } };
const follows = followsOf('following', 'follow:', 30);

let forge: ReturnType<typeof installFakeForge>;
beforeEach(() => {
  forge = installFakeForge('alice');
  for (const level of ['warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => undefined);
});

it('keeps what two tabs set in the same moment', async () => {
  await Promise.all(['laptop', 'phone', 'vpn'].map((item) => setFavourite('alice', item, true)));
  expect((await readFavourites('alice')).toSorted()).toEqual(['laptop', 'phone', 'vpn']);
});

it('keeps what somebody follows from now on while a sweep tells them of what is over', async () => {
  await setFollow('alice', 'mail', true);
  await Promise.all([
    setFollow('alice', 'print', true),
    noteEnded(['alice'], MAIL, NOW, { follows }, async () => undefined),
  ]);
  expect(await readFollows('alice', NOW)).toEqual({ following: ['print'], solved: [MAIL] });
});

describe('what can not be read', () => {
  const key = 'document\0home-follows:alice';
  beforeEach(async () => {
    await setFollow('alice', 'mail', true);
    await setFollow('boris', 'mail', true);
    forge.kvs.rows.set(key, { ...Object(forge.kvs.rows.get(key)), doc: { schema: 1 } });
  });

  it('shows nothing set, is noted, and is not written over', async () => {
    const torn = forge.kvs.rows.get(key);
    expect((await readFollows('alice', NOW)).following).toEqual([]);
    expect(await corruptDocuments()).toEqual(new Map([['document', 1]]));
    await expect(setFollow('alice', 'print', true)).rejects.toMatchObject({ code: 'STORAGE_CORRUPT' });
    expect(forge.kvs.rows.get(key)).toEqual(torn);
  });

  it('is told of later, and others are told now', async () => {
    const told: string[] = [];
    await noteEnded(['alice', 'boris'], MAIL, NOW, { follows }, async (some) => void told.push(...some));
    expect(told).toEqual(['boris']);
    expect(await follows.peopleOf('mail')).toEqual(['alice']);
  });
});
