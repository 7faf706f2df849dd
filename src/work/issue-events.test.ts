import * as v from 'valibot';
import { type FakeForge, installFakeForge } from '../../test/support/fake-forge';
import { entityStore } from '../platform/storage/entities';
import type { IssueEvent } from './issue-event';
import { dispatch, type Follower, NOTHING } from './issue-events';

const schema = v.object({ rev: v.number(), seen: v.number() });
type Row = v.InferOutput<typeof schema>;
const rows = entityStore<Row>({ name: 'document', schema, attributes: ({ rev }) => ({ id: 'row', rev }) });
const at = (key: string) => ({ entity: 'document', key, schema });
const event: IssueEvent = { kind: 'created', issueId: '1', fields: {}, at: 0 };

/** Counts the events it was told of in a row of its own. */
const counting = (name: string, over: Partial<Follower> = {}): Follower => ({
  name,
  wanted: () => [at(name)],
  follow: () => async (read) => {
    const row = read.of(at(name));
    const next = { rev: (row?.rev ?? 0) + 1, seen: (row?.seen ?? 0) + 1 };
    return { writes: [rows.write(name, next, row === null ? 'absent' : { rev: row.rev })] };
  },
  ...over,
});
const seen = async (name: string): Promise<number> => (await rows.get(name))?.seen ?? 0;
const failing = (name: string): Follower =>
  counting(name, { follow: () => () => Promise.reject(new Error('broken')) });

let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('alice');
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

it('reads for all subjects in one call and writes in one transaction', async () => {
  forge.kvs.calls.length = 0;
  await dispatch(event, [counting('a'), counting('b')]);
  expect(forge.kvs.calls).toHaveLength(2);
  expect([await seen('a'), await seen('b')]).toEqual([1, 1]);
});

it('writes nothing where nobody has anything to write', async () => {
  forge.kvs.calls.length = 0;
  await dispatch(event, [counting('a', { follow: () => async () => NOTHING })]);
  expect(forge.kvs.calls).toHaveLength(1);
});

it('has all decide again when somebody else wrote meanwhile, and nobody counts twice', async () => {
  let late = true;
  const slow = counting('a', {
    follow: () => async (read) => {
      const decide = counting('a').follow(event);
      if (late) await rows.put('a', { rev: 1, seen: 5 }, 'any');
      late = false;
      return decide(read);
    },
  });
  await dispatch(event, [slow, counting('b')]);
  expect([await seen('a'), await seen('b')]).toEqual([6, 1]);
});

it('leaves out a subject that fails, writes the others, and asks to be called again', async () => {
  await expect(dispatch(event, [failing('a'), counting('b')])).rejects.toThrow('broken');
  expect([await seen('a'), await seen('b')]).toEqual([0, 1]);
});

it('leaves out a subject whose row can’t be read', async () => {
  forge.kvs.rows.set('document\0a', { rev: 1, doc: { rev: 'one' } });
  await expect(dispatch(event, [counting('a'), counting('b')])).rejects.toThrow();
  expect(await seen('b')).toBe(1);
});

it('keeps what the storage takes, when it does not take what one subject writes', async () => {
  const large = 'x'.repeat(300_000);
  const heavy = counting('a', {
    follow: () => async () => ({ writes: [{ kind: 'set', key: 'large', value: large }] }),
  });
  const told: string[] = [];
  const other = counting('b', {
    follow: () => async (read) => {
      const step = await counting('b').follow(event)(read);
      return typeof step === 'symbol' ? step : { ...step, after: async () => void told.push('b') };
    },
  });
  forge.kvs.before = (path, body) =>
    path.includes('transaction') && JSON.stringify(body).includes(large)
      ? { status: 400, body: { code: 'VALUE_TOO_LARGE', message: 'too large' } }
      : undefined;
  await expect(dispatch(event, [heavy, other])).rejects.toThrow();
  expect([await seen('b'), told]).toEqual([1, ['b']]);
});

it('tells nobody that what was not written is done', async () => {
  const told: string[] = [];
  const step = counting('a', {
    follow: () => async () => ({
      writes: [rows.write('a', { rev: 2, seen: 1 }, { rev: 99 })],
      after: async () => void told.push('a'),
    }),
  });
  await expect(dispatch(event, [step])).rejects.toMatchObject({ code: 'STORAGE_BUSY', retryable: true });
  expect(told).toEqual([]);
});
