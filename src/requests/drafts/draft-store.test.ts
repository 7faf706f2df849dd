import { draft, keepDraft, storedDraft } from '../../../test/support/drafts';
import { type FakeForge, installFakeForge } from '../../../test/support/fake-forge';
import { alice, NOW } from '../../../test/support/request-world';
import type { DraftLine } from '../../catalog/domain/model';
import { corruptDocuments } from '../../platform/storage/corrupt-documents';
import { transact } from '../../platform/storage/transact';
import {
  endDrafts,
  endOldDrafts,
  endSent,
  nameDraft,
  readDrafts,
  wholeDrafts,
  writeDraft,
} from './draft-store';
import { openDrafts } from './open-drafts';

const DAY = 86_400_000;
const second = { clientToken: 'token-0000-0002' };
const at = (now: number) => ({ updatedAt: new Date(now).toISOString() });
const named = (lines: readonly DraftLine[]) =>
  lines.map(({ clientToken, number, name }) => [clientToken.slice(-1), number, name]);

let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('alice');
});

it('keeps several drafts of one item, each with a number and, once it is given one, a name that no other has', async () => {
  await keepDraft('alice', at(NOW));
  await keepDraft('alice', { ...second, ...at(NOW + 1) });
  expect(named(await readDrafts('alice', NOW))).toEqual([
    ['2', 2, undefined],
    ['1', 1, undefined],
  ]);
  await nameDraft('alice', second.clientToken, ' For the lab ');
  expect(await nameDraft('alice', draft().clientToken, 'for the LAB')).toBe('nameTaken');
  expect(await nameDraft('alice', 'token-unknown', 'x')).toBeNull();
  await keepDraft('alice', { clientToken: 'token-0000-0003', itemId: 'phone', ...at(NOW + 2) });
  expect(named(await readDrafts('alice', NOW))).toEqual([
    ['3', 1, undefined],
    ['2', 2, 'For the lab'],
    ['1', 1, undefined],
  ]);
  await nameDraft('alice', second.clientToken, '');
  expect(named(await readDrafts('alice', NOW))[1]).toEqual(['2', 2, undefined]);
});

it('overwrites nothing that another form has saved since, and a form’s own save whose answer was lost', async () => {
  const [a, b] = ['form-of-device-a', 'form-of-device-b'];
  const save = (by: string, turn: number, why: string, from?: { by: string; turn: number }) =>
    writeDraft('alice', draft({ answers: { why } }), { by, turn, from }, NOW);
  await save(a, 1, 'first');
  const opened = { by: a, turn: 1 };
  expect(await save(b, 1, 'by b', opened)).toMatchObject({ saved: { by: b, turn: 1 } });
  expect(await save(a, 2, 'late', opened)).toBe('changed');
  expect(await save(a, 1, 'from nowhere')).toBe('changed');
  expect(await storedDraft('alice')).toMatchObject({ answers: { why: 'by b' }, saved: { by: b, turn: 1 } });
  // Its answer was lost: the form still knows of the one before.
  expect(await save(b, 3, 'again', opened)).toMatchObject({ saved: { by: b, turn: 3 } });
  expect(await save(b, 2, 'overtaken', opened)).toBe('changed');
  expect(await storedDraft('alice')).toMatchObject({ answers: { why: 'again' } });
});

it('lets one of two forms through that save one draft in the same moment', async () => {
  await keepDraft('alice');
  const from = { by: 'a-form-of-a-test', turn: 1 };
  const answers = await Promise.all(
    ['form-of-device-a', 'form-of-device-b'].map((by) =>
      writeDraft('alice', draft({ answers: { why: by } }), { by, turn: 1, from }, NOW),
    ),
  );
  expect(answers.filter((answer) => answer === 'changed')).toHaveLength(1);
  const [won] = answers.flatMap((answer) => (typeof answer === 'string' ? [] : [answer.saved.by]));
  expect((await storedDraft('alice'))?.answers).toEqual({ why: won });
});

it('keeps thirty drafts of a person and says so of one more; a draft that is there is saved all the same', async () => {
  const many = Array.from({ length: 30 }, (_, n) => `token-of-many-${n}`);
  for (const clientToken of many) await keepDraft('alice', { clientToken });
  expect(await keepDraft('alice', second)).toBe('tooMany');
  const from = { by: 'a-form-of-a-test', turn: 1 };
  const again = await writeDraft(
    'alice',
    draft({ clientToken: 'token-of-many-7' }),
    { by: 'another-form', turn: 1, from },
    NOW,
  );
  expect(again).toMatchObject({ clientToken: 'token-of-many-7' });
  expect(await keepDraft('boris', second)).toMatchObject(second);
  // What is over takes no place.
  expect(await keepDraft('alice', { ...second, ...at(NOW + 60 * DAY) }, NOW + 60 * DAY)).toMatchObject(
    second,
  );
});

it('goes to another item with its name, where no other draft has it', async () => {
  await keepDraft('alice');
  await keepDraft('alice', { ...second, itemId: 'phone' });
  await nameDraft('alice', draft().clientToken, 'Lab');
  await nameDraft('alice', second.clientToken, 'Lab');
  const from = { by: 'a-form-of-a-test', turn: 1 };
  await writeDraft('alice', draft({ itemId: 'phone' }), { by: 'another-form', turn: 1, from }, NOW);
  expect((await openDrafts(alice(), 'laptop', undefined)).drafts).toEqual([]);
  const { drafts } = await openDrafts(alice(), 'phone', undefined);
  expect(
    named(drafts)
      .map(([, ...rest]) => rest)
      .toSorted(),
  ).toEqual([
    [1, 'Lab'],
    [2, 'Lab (2)'],
  ]);
});

it('asks the storage to forget a draft a day after it is over, and tells nothing of it from then on', async () => {
  const sent: unknown[] = [];
  forge.kvs.before = (path, body) => void (path.endsWith('/transaction') && sent.push(body));
  await keepDraft('alice', at(NOW));
  expect(JSON.stringify(sent)).toContain('"options":{"ttl":{"value":61,"unit":"DAYS"}}');
  expect(await readDrafts('alice', NOW + 60 * DAY - 1)).toHaveLength(1);
  expect(await readDrafts('alice', NOW + 60 * DAY)).toEqual([]);
  expect(await openDrafts(alice(NOW + 60 * DAY), 'laptop', draft().clientToken)).toEqual({
    draft: null,
    drafts: [],
    missed: {},
  });
});

it('ends drafts with all that is kept of them, at night those that are over, and leaves no empty list', async () => {
  await keepDraft('alice', at(NOW));
  await keepDraft('alice', { ...second, ...at(NOW + 5 * DAY) });
  await keepDraft('boris', at(NOW));
  expect(await endOldDrafts(NOW + 59 * DAY)).toBe(0);
  expect(await endOldDrafts(NOW + 60 * DAY)).toBe(2);
  expect(named(await readDrafts('alice', NOW + 60 * DAY))).toEqual([['2', 2, undefined]]);
  expect(await endDrafts('alice', () => true)).toHaveLength(1);
  await endOldDrafts(NOW + 60 * DAY);
  expect([...forge.kvs.rows.keys()]).toEqual([]);
});

it('ends at night what is over of one person while the storage is too busy for another', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await keepDraft('alice', at(NOW));
  await keepDraft('boris', at(NOW));
  const busy = { status: 429, body: { code: 'RATE_LIMIT_EXCEEDED', message: 'Too busy' } };
  forge.kvs.before = (path, body) =>
    path.endsWith('/transaction') && JSON.stringify(body).includes('alice') ? busy : undefined;
  expect(await endOldDrafts(NOW + 60 * DAY)).toBe(1);
  expect([...forge.kvs.rows.keys()].filter((key) => key.includes('boris'))).not.toContain(
    `\0draft:boris:${draft().clientToken}`,
  );
});

it('lists only the drafts of the account itself, not of one whose id begins with it', async () => {
  await keepDraft('712020');
  await keepDraft('712020:8d2f', second);
  expect(named(await readDrafts('712020', NOW))).toEqual([['1', 1, undefined]]);
  expect(named(await readDrafts('712020:8d2f', NOW))).toEqual([['2', 1, undefined]]);
});

describe('what can not be read', () => {
  beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

  it('keeps nobody from asking: the form opens without its draft, and the health page tells of it', async () => {
    await keepDraft('alice');
    await keepDraft('alice', second);
    forge.kvs.rows.set(`\0draft:alice:${second.clientToken}`, { schema: 2, answers: 'torn' });
    expect((await openDrafts(alice(), 'laptop', second.clientToken)).draft).toBeNull();
    expect((await openDrafts(alice(), 'laptop', draft().clientToken)).draft).not.toBeNull();
    expect(await corruptDocuments()).toEqual(new Map([['draft', 1]]));
  });

  it('holds no request up that was made of it, and is not written over', async () => {
    await keepDraft('alice');
    forge.kvs.rows.set('document\0drafts:alice', { id: 'drafts:alice', rev: 1, doc: { schema: 1 } });
    expect(await readDrafts('alice', NOW)).toEqual([]);
    await expect(keepDraft('alice', second)).rejects.toMatchObject({ code: 'STORAGE_CORRUPT' });
    await endSent('alice', draft().clientToken);
    expect([...forge.kvs.rows.keys()].filter((key) => key.startsWith('\0draft:'))).toEqual([]);
  });

  it('is noted only where there is something', async () => {
    expect(await openDrafts(alice(), 'laptop', undefined)).toEqual({ draft: null, drafts: [] });
    expect(await corruptDocuments()).toEqual(new Map());
  });
});

it('tells who removes what no draft names that a draft can’t be read, and not that there is none', async () => {
  await keepDraft('alice');
  expect(await wholeDrafts('alice', NOW)).toMatchObject([{ clientToken: draft().clientToken }]);
  await transact([{ kind: 'set', key: `draft:alice:${draft().clientToken}`, value: { schema: 99 } }]);
  await expect(wholeDrafts('alice', NOW)).rejects.toMatchObject({ code: 'STORAGE_CORRUPT' });
});
