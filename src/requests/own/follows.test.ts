import { installFakeForge } from '../../../test/support/fake-forge';
import type { Directory } from '../../work/notify/directory';
import { openDirectory } from '../../../test/support/carried';
import { mailEnded } from '../ended-mail';
import { setFollow, tellSolved } from './follows';
import { transact, type Write } from '../../platform/storage/transact';
import { SWEEP_MS } from '../../work/in-turns';
import { ownFollows, readFollows } from './own-follows';

const NOW = Date.parse('2026-03-20T10:00:00Z');
const MAIL = {
  id: 'mail',
  name: { en: 'Slow mail', ru: 'Медленная почта' },
  issueKey: 'IT-42',
  isConfidential: false,
};

beforeEach(() => void installFakeForge('alice'));

function world(category: 'done' | 'indeterminate' | null) {
  const mailed: (readonly string[])[] = [];
  const ports = {
    knownProblems: async () => [MAIL],
    issuesNow: async () =>
      new Map(
        category === null ? [] : [['1', { id: '1', key: 'IT-42', status: { id: '3', category } }]],
      ) as never,
    askersOf: async () => [] as readonly string[],
    mail: async (people: readonly string[]) => void mailed.push(people),
  };
  return { mailed, ports, tell: () => tellSolved(NOW, ports) };
}

it('tells each follower once, on their home and by mail, when the work item is done', async () => {
  await setFollow('alice', 'mail', true);
  await setFollow('712020:boris', 'mail', true);
  await setFollow('maria', 'mail', true);
  await setFollow('maria', 'mail', false);
  const open = world('indeterminate');
  expect(await open.tell()).toEqual({ mail: 2 });
  expect((await readFollows('alice', NOW)).following).toEqual(['mail']);
  const done = world('done');
  expect(await done.tell()).toEqual({});
  expect(done.mailed.flat().toSorted()).toEqual(['712020:boris', 'alice']);
  expect(await readFollows('alice', NOW)).toEqual({
    following: [],
    solved: [{ id: 'mail', name: MAIL.name }],
  });
  expect(await readFollows('maria', NOW)).toEqual({ following: [], solved: [] });
  await done.tell();
  expect(done.mailed.flat()).toHaveLength(2);
  expect((await readFollows('alice', NOW + 15 * 86_400_000)).solved).toEqual([]);
});

it('takes a work item that is gone for unsolved', async () => {
  await setFollow('alice', 'mail', true);
  expect(await world(null).tell()).toEqual({ mail: 1 });
});

it('says it on the home although the mail fails, and more people than a transaction holds', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const people = Array.from({ length: 19 }, (_, at) => `person-${at}`);
  for (const person of people) await setFollow(person, 'mail', true);
  const ports = {
    knownProblems: async () => [MAIL],
    issuesNow: async () => new Map([['1', { status: { id: '3', category: 'done' } }]]) as never,
    askersOf: async () => [],
    mail: async () => Promise.reject(new Error('no mail')),
  };
  await tellSolved(NOW, ports);
  for (const person of people) expect((await readFollows(person, NOW)).solved).toHaveLength(1);
});

it('reaches those behind a hundred whose document can’t be read', async () => {
  for (const level of ['warn', 'error'] as const) jest.spyOn(console, level).mockImplementation(() => {});
  const spoiled = Array.from({ length: 110 }, (_, at) => `a-${at}`);
  await setFollow('z-alice', 'mail', true);
  const row = (who: string): Write => ({ kind: 'set', key: `follow:mail:${who}`, value: { schema: 1 } });
  for (const who of spoiled) await transact([row(who)]);
  // Nobody's document says that they follow it, and none can be written.
  const { change } = ownFollows;
  const changed = jest
    .spyOn(ownFollows, 'change')
    .mockImplementation((who, ...rest) =>
      who === 'z-alice' ? change(who, ...rest) : Promise.reject(new Error('spoiled')),
    );
  const { mailed, ports } = world('done');
  for (const sweep of [0, 1]) await tellSolved(NOW + sweep * SWEEP_MS, ports);
  changed.mockRestore();
  expect(mailed.flat()).toEqual(['z-alice']);
});

it('counts who follows what is not solved with those who asked for its work item, each once, and nobody of what is confidential', async () => {
  await setFollow('alice', 'mail', true);
  await setFollow('boris', 'mail', true);
  const { ports } = world('indeterminate');
  const askersOf = async () => ['boris', 'maria'];
  expect(await tellSolved(NOW, { ...ports, askersOf })).toEqual({ mail: 3 });
  const secret = async () => [{ ...MAIL, isConfidential: true }];
  expect(await tellSolved(NOW, { ...ports, askersOf, knownProblems: secret })).toEqual({});
});

it('tells of one problem although another can’t be looked at', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await setFollow('alice', 'mail', true);
  const { ports, mailed } = world('done');
  const torn = { ...MAIL, id: 'torn', issueKey: 'IT-1' };
  const issuesNow = async (keys: readonly string[]) =>
    keys.length === 1 ? Promise.reject(new Error('torn')) : ports.issuesNow();
  await tellSolved(NOW, { ...ports, knownProblems: async () => [torn, MAIL], issuesNow });
  expect(mailed).toEqual([['alice']]);
});

it('takes a work item that was moved to another space for the same', async () => {
  await setFollow('alice', 'mail', true);
  const { ports, mailed } = world('done');
  const moved = new Map([['1', { key: 'OPS-1', status: { id: '3', category: 'done' } }]]) as never;
  await tellSolved(NOW, { ...ports, issuesNow: async () => moved });
  expect(mailed.flat()).toEqual(['alice']);
});

describe('the mail', () => {
  const mailTo = async (people: readonly string[], directory: Directory) => {
    const sent: unknown[] = [];
    await mailEnded(people, MAIL, 'solved', directory, async (...mail) => void sent.push(mail));
    return sent;
  };

  it('goes to those who may see the work item, in their languages', async () => {
    const [mail] = await mailTo(['alice'], openDirectory);
    expect(mail).toEqual([
      'IT-42',
      expect.objectContaining({ users: ['alice'] }),
      expect.stringContaining('Slow mail'),
      expect.stringContaining('solved'),
    ]);
  });

  it('goes to nobody where none of them may', async () => {
    const shut: Directory = {
      ...openDirectory,
      viewers: async () => new Set(),
      tellsViewers: async () => true,
    };
    expect(await mailTo(['alice'], shut)).toEqual([]);
  });
});

it('mails nobody of what they no longer follow, as they follow too many', async () => {
  await setFollow('alice', 'mail', true);
  for (let n = 0; n < 30; n += 1) await setFollow('alice', `other-${n}`, true);
  expect((await readFollows('alice', NOW)).following).not.toContain('mail');
  const { mailed, tell } = world('done');
  await tell();
  expect(mailed).toEqual([]);
});
