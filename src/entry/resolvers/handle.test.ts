import * as v from 'valibot';
import { type FakeForge, installFakeForge } from '../../../test/support/fake-forge';
import { conflict } from '../../kernel/errors';
import { anyone, call as declared, needs, withJira } from '../../platform/identity/caller';
import { auditEntries } from '../../platform/storage/audit-entries';
import { readHead } from '../../platform/storage/blobs';
import { handle } from './handle';
import { dropRefusals } from './refused';
import { charge, dropShares } from './share';

const PREFIX = 'ari:cloud:ecosystem::extension/app/env/static/';
let forge: FakeForge;
let granted: readonly string[];
beforeEach(() => {
  forge = installFakeForge('alice');
  granted = [];
  dropRefusals();
  forge.product = (call) =>
    call.path === '/rest/api/3/permissions/check' && call.as === 'user'
      ? { status: 200, body: { globalPermissions: granted, projectPermissions: [] } }
      : { status: 404, body: {} };
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});

const ask = (accountId: unknown, payload: object = {}) => ({
  payload: payload as never,
  context: { accountId },
});
const deletion = v.object({ deleted: v.boolean() });
const call = (
  run: () => Promise<{ deleted: boolean }>,
  authorise = anyone as ReturnType<typeof needs> | typeof anyone,
) =>
  handle(
    'requests.deleteDraft',
    declared({ payload: v.object({ itemId: v.string() }), answer: deletion, authorise, run }),
  );
const fine = async () => ({ deleted: true });
const laptop = { itemId: 'laptop' };

it('answers what the use case answers', async () => {
  expect(await call(fine)(ask('alice', laptop))).toEqual({ ok: true, value: { deleted: true } });
});

it.each([undefined, '', 'unidentified', 5])(
  'has nothing for a caller without account (%p)',
  async (accountId) => {
    const run = jest.fn(fine);
    expect(await call(run)(ask(accountId, laptop))).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN' },
    });
    expect(run).not.toHaveBeenCalled();
  },
);

it('takes no account from the payload', async () => {
  expect(await call(fine)(ask(undefined, { ...laptop, accountId: 'admin' }))).toMatchObject({ ok: false });
});

it('names what is wrong with a payload', async () => {
  expect(await call(fine)(ask('alice', { itemId: 1 }))).toMatchObject({
    ok: false,
    error: { code: 'BAD_REQUEST', fields: [{ at: 'itemId' }] },
  });
});

it('asks a screen that leaves something out to be loaded anew: it is of another version', async () => {
  expect(await call(fine)(ask('alice', {}))).toMatchObject({
    ok: false,
    error: { code: 'SCREEN_OUTDATED', retryable: false },
  });
});

it.each([
  [{ itemId: 'laptop', requestedFor: 'maria' }, 'requestedFor'],
  [{ itemId: 'laptop', form: { note: 'x', hidden: 1 } }, 'form.hidden'],
  [{ itemId: 'laptop', form: { rows: [{ a: 1 }, { a: 1, b: 2 }] } }, 'form.rows.1.b'],
])('refuses a payload with something in it that nothing reads: %j', async (payload, path) => {
  const run = jest.fn(fine);
  const form = v.object({
    note: v.optional(v.string()),
    rows: v.optional(v.array(v.object({ a: v.number() }))),
  });
  const strict = handle(
    'requests.deleteDraft',
    declared({
      payload: v.object({ itemId: v.string(), form: v.optional(form) }),
      answer: deletion,
      authorise: anyone,
      run,
    }),
  );
  const answer = await strict(ask('alice', payload));
  expect(answer).toMatchObject({ ok: false, error: { code: 'SCREEN_OUTDATED', params: { unread: path } } });
  expect(run).not.toHaveBeenCalled();
});

it('passes known failures on and keeps unknown ones to the log, without payloads', async () => {
  const known = await call(() => Promise.reject(conflict('item')))(ask('alice', laptop));
  expect(known).toMatchObject({ ok: false, error: { code: 'CONFLICT', params: { what: 'item' } } });
  const log = jest.spyOn(console, 'error').mockImplementation(() => {});
  const unknown = await call(() => Promise.reject(new Error('secret laptop')))(ask('alice', laptop));
  expect(unknown).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  expect(JSON.stringify([unknown, log.mock.calls])).not.toMatch(/secret|laptop/);
  expect(log).toHaveBeenCalled();
});

describe('what a call answers', () => {
  const answers = v.object({ names: v.array(v.object({ id: v.string() })) });
  const answering = (given: unknown) =>
    handle(
      'requests.list',
      declared({
        payload: v.object({}),
        answer: answers,
        authorise: anyone,
        run: async () => given as never,
      }),
    )(ask('alice'));
  const given = { names: [{ id: 'a', owner: 'secret' }], rights: 'secret' };

  it('is what it declares, and nothing else its use case happened to give', async () => {
    forge = installFakeForge('alice', true, 'installation', 'PRODUCTION');
    expect(await answering(given)).toEqual({ ok: true, value: { names: [{ id: 'a' }] } });
  });

  it.each([
    [given, 'names.0.owner'],
    [{ names: [], more: 1 }, 'more'],
    [{ names: [{ id: 7 }] }, 'names.0.id'],
    [{}, 'names'],
  ])('fails in a test when it is something else: %j', async (value, at) => {
    const refused = await answering(value);
    expect(refused).toMatchObject({ ok: false, error: { code: 'INTERNAL', params: { at } } });
    expect(JSON.stringify(refused)).not.toContain('secret');
  });

  it('is refused whole where it does not fit, on a site in use as well', async () => {
    forge = installFakeForge('alice', true, 'installation', 'PRODUCTION');
    expect(await answering({ names: 'secret' })).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  });
});

it('hands to the use case what authorising had to read, so that nothing is asked twice', async () => {
  const policy = jest.fn(async () => ({ limit: 3 }));
  const once = handle(
    'requests.deleteDraft',
    declared({
      payload: v.object({}),
      answer: v.object({ limit: v.number() }),
      authorise: policy,
      run: async (_payload, _caller, handed) => handed,
    }),
  );
  expect(await once(ask('alice'))).toEqual({ ok: true, value: { limit: 3 } });
  expect(policy).toHaveBeenCalledTimes(1);
});

it('asks first of all whether its caller has had their share', async () => {
  const authorise = jest.fn(anyone);
  const busy = handle(
    'requests.deleteDraft',
    declared({ payload: v.object({}), answer: deletion, authorise, run: fine }),
  );
  charge({ accountId: 'alice' }, 1_000);
  expect(await busy(ask('alice'))).toMatchObject({ ok: false, error: { code: 'TOO_OFTEN' } });
  expect(authorise).not.toHaveBeenCalled();
  dropShares();
  expect(await busy(ask('alice'))).toMatchObject({ ok: true });
});

it('charges its caller with what it has read of the storage, up to its budget and however it ends', async () => {
  forge.kvs.rows.set('large', 'a'.repeat(200_000));
  const reading = (units: number) =>
    call(async () => {
      for (let read = 0; read < units % 20; read += 1) await readHead('nothing');
      for (let read = 0; read < Math.floor(units / 20); read += 1) await readHead('large');
      throw conflict('item');
    });
  const lastOf = async (times: number, reads: number): Promise<object> => {
    dropShares();
    for (let nth = 1; nth < times; nth += 1) await reading(reads)(ask('alice', laptop));
    return reading(reads)(ask('alice', laptop));
  };
  expect(await lastOf(30, 0)).toMatchObject({ error: { code: 'CONFLICT' } });
  expect(await lastOf(70, 1)).toMatchObject({ error: { code: 'CONFLICT' } });
  expect(await lastOf(20, 500)).toMatchObject({ error: { code: 'CONFLICT' } });
  expect(await lastOf(30, 500)).toMatchObject({ error: { code: 'TOO_OFTEN' } });
  expect(await reading(1)(ask('boris', laptop))).toMatchObject({ error: { code: 'CONFLICT' } });
  dropShares();
});

describe('a call that needs a role', () => {
  const guarded = () => call(fine, needs('catalogManager'))(ask('alice', laptop));
  it.each([
    [[], false],
    [[`${PREFIX}pledge-sla-manager`], false],
    [[`${PREFIX}pledge-catalog-manager`], true],
    [[`${PREFIX}pledge-admin`], true],
    [['ADMINISTER'], true],
    [['pledge-admin'], false],
  ])('with %j is let through: %p', async (permissions, expected) => {
    granted = permissions;
    expect((await guarded()).ok).toBe(expected);
  });

  it('tells the audit log who was refused, once however often they try', async () => {
    for (let nth = 0; nth < 3; nth += 1) await guarded();
    const { docs } = await auditEntries.query({
      index: 'by-subject',
      partition: ['call:requests.deleteDraft'],
    });
    expect(docs).toMatchObject([{ by: 'alice', action: 'settings.access.refused' }]);
  });

  it('is refused with the same words when the audit log takes nothing', async () => {
    forge.kvs.before = () => ({ status: 429, body: { code: 'RATE_LIMIT_EXCEEDED', message: 'busy' } });
    expect(await guarded()).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });

  it('is refused before the use case runs', async () => {
    const run = jest.fn(fine);
    await call(run, needs('catalogManager'))(ask('alice', laptop));
    expect(run).not.toHaveBeenCalled();
  });

  it('is not let through when Jira does not answer', async () => {
    forge.product = () => ({ status: 503 });
    expect(await guarded()).toMatchObject({
      ok: false,
      error: { code: 'JIRA_UNAVAILABLE', retryable: true },
    });
  });
});

describe('a call that makes a work item', () => {
  const asked = () => call(fine, withJira)(ask('olga', laptop));

  it('is refused to a reader of Confluence whom Jira does not let in', async () => {
    forge.product = () => ({ status: 403, body: { errorMessages: ['You do not have access to Jira.'] } });
    expect(await asked()).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  it('is open to everybody else', async () => {
    expect((await asked()).ok).toBe(true);
  });

  it('waits for Jira rather than guess when it does not answer', async () => {
    forge.product = () => ({ status: 503 });
    expect(await asked()).toMatchObject({ ok: false, error: { code: 'JIRA_UNAVAILABLE' } });
  });
});
