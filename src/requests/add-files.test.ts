import { installFakeForge } from '../../test/support/fake-forge';
import { alice, NOW } from '../../test/support/request-world';
import { field, published, request } from '../../test/support/samples';
import { fileText, LATER } from '../catalog/domain/files/file-ref';
import type { AppFailure } from '../kernel/errors';
import { transact } from '../platform/storage/transact';
import { stepRows } from '../work/steps';
import { addFiles, placeIn } from './add-files';
import type { RequestDocument } from './domain/model';
import { changeHeld } from './files/change-held';
import { heldFiles, sentKey, sentStore } from './files/file-store';
import { getRequest, type ViewPorts } from './reading/get-request';
import { openRequest } from './issue/open-request';
import { readRequest, requestWrites } from './records/store';

jest.mock('../work/schedule-step');

const proof = { type: 'file', required: true, kinds: ['pdf'], max: 1 } as const;
const item = published({ form: [field('proof', proof)] });
const issue = { id: '100', key: 'IT-1', status: { id: '1', name: '', category: 'new' }, reporter: 'alice' };
const ports = {
  itemInVersion: async () => item,
  issuesNow: async () => new Map([['100', issue]]),
  mayBrowse: async () => new Set<string>(),
  promisesOf: async () => new Map(),
  publicComments: async () => [],
  namesOf: async () => new Map(),
} as unknown as ViewPorts;

const bob = { ...alice(), accountId: 'bob' };
const file = (id: string, name = `${id}.png`) => ({ id, name, size: 1, type: 'image/png' });
const held = (id: string, name?: string) => ({ ...file(id, name), checksum: id, at: NOW, isThere: true });
const SENT_AT = '2026-03-01T10:00:00.000Z';
const WAITING = { issueId: undefined, issueKey: undefined } as const;

async function sent(more: Partial<RequestDocument> = {}): Promise<RequestDocument> {
  installFakeForge('alice');
  const stored = request({ beneficiary: 'bob', receivedAt: SENT_AT, answers: { proof: [LATER] }, ...more });
  await transact(requestWrites(null, { ...stored, rev: 1 }));
  const files = [held('a'), held('b'), held('paper', 'paper.pdf'), held('other', 'other.pdf')];
  await changeHeld('alice', () => ({ files, answer: undefined }));
  await changeHeld('bob', () => ({ files: [held('of-bob')], answer: undefined }));
  return stored;
}
const add = (...files: Parameters<typeof addFiles>[1]) => addFiles('request-1', files, alice(), ports);
const refusal = (done: Promise<unknown>) =>
  done.then(
    () => 'ok',
    ({ code, fields }: AppFailure) => fields?.map((each) => each.code) ?? code,
  );
const filesThen = async () =>
  (await getRequest('request-1', alice(), ports)).files.map(({ name, state }) => [name, state]);
const steps = async () =>
  (await stepRows.query({ index: 'by-subject', partition: ['files:request-1'] })).docs.map((row) =>
    row.steps.map(({ kind, data }) => [kind, data]),
  );

it('has steps put what is added on the work item, and names those files in the note', async () => {
  await sent();
  await add({ id: 'a' }, { id: 'b' });
  expect(await filesThen()).toEqual([
    ['a.png', 'waiting'],
    ['b.png', 'waiting'],
  ]);
  expect(await steps()).toEqual([
    [
      ['file', { id: 'a' }],
      ['file', { id: 'b' }],
    ],
    [['fileNote', { ids: ['a', 'b'] }]],
  ]);
  expect((await heldFiles('alice')).find(({ id }) => id === 'a')).toMatchObject({ requestId: 'request-1' });
});

it('adds a file once that is named twice in one go', async () => {
  await sent();
  await add({ id: 'a' }, { id: 'a' });
  expect(await filesThen()).toEqual([['a.png', 'waiting']]);
  expect(await steps()).toEqual([[['file', { id: 'a' }]], [['fileNote', { ids: ['a'] }]]]);
});

it('answers the question whose files were to follow, by its kinds and as many as it takes', async () => {
  await sent();
  const toProof = (id: string) => ({ id, field: 'proof' });
  expect(await refusal(add(toProof('a')))).toEqual(['fileKind']);
  expect(await refusal(add(toProof('paper'), toProof('other')))).toEqual(['tooManyFiles']);
  const place = await placeIn('request-1', 'proof', alice(), ports);
  expect(place).toMatchObject({ id: 'proof', kinds: ['pdf'] });
  await add(toProof('paper'));
  expect((await readRequest('request-1'))?.answers['proof']).toEqual([fileText(file('paper', 'paper.pdf'))]);
  expect((await getRequest('request-1', alice(), ports)).adding?.questions).toEqual([]);
  // Its place is taken now.
  await expect(placeIn('request-1', 'proof', alice(), ports)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

it('has what is added wait for nothing that was added before', async () => {
  await sent();
  await add({ id: 'a' });
  await addFiles('request-1', [{ id: 'b' }], alice(NOW + 60_000), ports);
  const { docs } = await stepRows.query({ index: 'by-subject', partition: ['files:request-1'] });
  const decided = (kind: string) =>
    docs.filter(({ steps: [step] }) => step?.kind === kind).map(({ decidedAt }) => Date.parse(decidedAt));
  expect(new Set(decided('file')).size).toBe(1);
  expect(Math.min(...decided('fileNote'))).toBeGreaterThan(Math.max(...decided('file')));
});

it('adds the same once', async () => {
  await sent();
  await add({ id: 'a' });
  await add({ id: 'a' });
  expect(await filesThen()).toHaveLength(1);
  expect(await steps()).toHaveLength(2);
});

it('keeps what both add at the same moment', async () => {
  await sent();
  await Promise.all([
    add({ id: 'a' }),
    addFiles('request-1', [{ id: 'of-bob' }], bob, ports),
    add({ id: 'b' }),
  ]);
  expect((await filesThen()).map(([name]) => name).toSorted()).toEqual(['a.png', 'b.png', 'of-bob.png']);
});

it('has them wait with the others until there is a work item', async () => {
  const waiting = { ...WAITING, answers: { proof: [fileText(file('paper', 'paper.pdf'))] } };
  await sent(waiting);
  await add({ id: 'a' });
  await addFiles('request-1', [{ id: 'of-bob' }], bob, ports);
  expect(await filesThen()).toEqual([
    ['paper.pdf', 'waiting'],
    ['a.png', 'waiting'],
    ['of-bob.png', 'waiting'],
  ]);
  expect(await steps()).toEqual([]);
  const stored = await readRequest('request-1');
  if (!stored) throw new Error('It is gone.');
  await openRequest(stored, { id: '100', key: 'IT-1' }, item);
  expect((await sentStore.get(sentKey('request-1')))?.files.map(({ id, by }) => [id, by])).toEqual([
    ['paper', 'alice'],
    ['a', 'alice'],
    ['of-bob', 'bob'],
  ]);
  expect((await steps()).flat().filter(([kind]) => kind === 'file')).toHaveLength(3);
});

it('adds none while the work item is being made: what is made would not know of them', async () => {
  await sent({ ...WAITING, attempt: { at: '2026-03-02T10:00:00.000Z', outcome: 'running' } });
  expect(await refusal(add({ id: 'a' }))).toBe('BEING_SENT');
});

it('adds none where one is the caller’s no more, or never was, and then none at all', async () => {
  await sent();
  for (const id of ['of-bob', 'none']) expect(await refusal(add({ id: 'a' }, { id }))).toBe('NOT_FOUND');
  expect(await filesThen()).toEqual([]);
});

it('adds none to a request that is over', async () => {
  await sent({ state: 'closed' });
  expect(await refusal(add({ id: 'a' }))).toBe('CONFLICT');
  expect((await getRequest('request-1', alice(), ports)).adding).toBeUndefined();
});

it('tells a file as given up once no step is left that would put it there', async () => {
  await sent();
  await add({ id: 'a' });
  const { docs } = await stepRows.query({ index: 'by-subject', partition: ['files:request-1'] });
  for (const { id } of docs) await stepRows.remove(id);
  expect(await filesThen()).toEqual([['a.png', 'failed']]);
});
