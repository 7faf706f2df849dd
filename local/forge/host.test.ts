import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { callFixture, openFixture, START, stored, type Fixture } from './testing/open-fixture';

// Each test opens a site, and processes start slowly on a busy machine.
jest.setTimeout(20_000);

let fixture: Fixture;

beforeEach(async () => {
  fixture = await openFixture();
}, 60_000);
afterEach(() => fixture.site.close());

const call = (key: string, payload?: unknown, accountId?: string) =>
  callFixture(fixture, key, payload, accountId);
const valueOf = async (key: string, payload?: unknown) => {
  const result = await call(key, payload);
  if (result.outcome !== 'ok') throw new Error(result.error);
  return result.value;
};
const advance = (seconds: number) => fixture.site.clock.advance(seconds * 1000);

describe('invocations', () => {
  test('see the time of the site', async () => {
    await advance(90);
    expect(await valueOf('time')).toBe('2026-03-02T09:01:30.000Z');
  });

  test('a thrown error is reported with its words', async () => {
    const result = await call('fail');
    expect(result).toMatchObject({
      outcome: 'error',
      error: expect.stringContaining('It went wrong.') as unknown,
    });
  });

  test('cannot reach the network', async () => {
    expect(await call('egress')).toMatchObject({
      outcome: 'error',
      error: expect.stringContaining('Egress is blocked') as unknown,
    });
  });

  test('of a screen have 25 seconds', async () => {
    const remaining = (await valueOf('remaining')) as number;
    expect(remaining).toBeLessThanOrEqual(25_000);
    expect(remaining).toBeGreaterThan(20_000);
  });

  test('end when they take longer than the manifest says, and the next one works', async () => {
    await valueOf('later', { key: 'spin', delay: 0 });
    await fixture.site.clock.drain();
    expect(fixture.site.host.invocations.list(1)[0]).toMatchObject({ name: 'work', outcome: 'timeout' });
    await advance(60);
    expect(stored(fixture, 'work')).toMatchObject([{ key: 'spin' }]);
    expect(await valueOf('served')).toBe(1);
  });

  test('are recorded with what they used', async () => {
    const { record } = await call('put', { key: 'n1', note: { state: 'open', due: '2026-01-02' } });
    expect(record).toMatchObject({
      kind: 'resolver',
      name: 'put',
      actor: 'ada',
      outcome: 'ok',
      log: ['log: stored n1'],
      storage: { writes: 1, writeUnits: 1 },
    });
    expect(fixture.site.host.invocations.list(1)[0]).toEqual(record);
  });
});

describe('storage through the real SDK', () => {
  test('entities are set, read, queried and bumped on condition', async () => {
    await valueOf('put', { key: 'n1', note: { state: 'open', due: '2026-01-02', count: 1 } });
    expect(await valueOf('due', { state: 'open', before: '2026-02-01', limit: 5 })).toEqual({
      results: [{ key: 'n1', value: { state: 'open', due: '2026-01-02', count: 1 } }],
    });
    expect((await call('bump', { key: 'n1', from: 1 })).outcome).toBe('ok');
    expect((await call('bump', { key: 'n1', from: 1 })).outcome).toBe('error');
    expect(await valueOf('get', { key: 'n1' })).toMatchObject({ count: 2 });
  });

  test('a rate limit played by the site reaches the app as an error', async () => {
    fixture.site.host.faults.set({ storage: { rateLimited: 1 } });
    expect(await call('get', { key: 'n1' })).toMatchObject({ outcome: 'error' });
  });

  test('a crash after a write keeps the write and loses the answer', async () => {
    fixture.site.host.faults.set({ crash: { afterWrites: 1 } });
    const result = await call('put', { key: 'n1', note: { state: 'open', due: '2026-01-02' } });
    expect(result.outcome).toBe('crash');
    expect(await valueOf('get', { key: 'n1' })).toMatchObject({ state: 'open' });
  });
});

describe('product calls', () => {
  test('as the user go to the product as that user', async () => {
    expect(await valueOf('issueAsUser', { key: 'IT-1' })).toMatchObject({ status: 200 });
    expect(fixture.jira.asked.at(-1)?.actor).toEqual({ kind: 'user', accountId: 'ada' });
  });

  test('as the user need a user', async () => {
    const result = await fixture.site.host.invoke({
      functionKey: 'resolver',
      kind: 'resolver',
      moduleKey: 'm',
      moduleType: 'm',
      name: 'x',
      accountId: undefined,
      product: 'jira',
      args: [{ call: { functionKey: 'issueAsUser', payload: { key: 'IT-1' } }, context: {} }, {}],
    });
    expect(result).toMatchObject({
      outcome: 'error',
      error: expect.stringContaining('Authentication Required') as unknown,
    });
  });

  test('beyond the scopes of the manifest are refused before the product sees them', async () => {
    expect(await valueOf('commentAsApp', { key: 'IT-1' })).toBe(401);
    expect(fixture.jira.asked).toEqual([]);
    expect(fixture.site.host.invocations.list(1)[0]?.log.join()).toContain('write:jira-work');
  });

  test('to a product that is not connected throw', async () => {
    fixture.site.host.settings.change({ confluenceConnected: false });
    expect(await call('page', { id: '1' })).toMatchObject({
      outcome: 'error',
      error: expect.stringContaining('APP_NOT_INSTALLED') as unknown,
    });
  });
});

describe('slow answers', () => {
  const timed = async (key: string, payload: unknown) => {
    const start = performance.now();
    const result = await call(key, payload);
    return { ...result, ms: performance.now() - start };
  };
  const SLOW_MS = 1_000;

  test.each([
    ['storage', 'get', { key: 'n1' }],
    ['jira', 'issueAsUser', { key: 'IT-1' }],
    ['queue', 'later', { key: 'a', delay: 30 }],
  ])('of %s take as long as told, and the others do not', async (target, key, payload) => {
    await call('served');
    fixture.site.host.processes.warm = 1;
    fixture.site.host.faults.set({ slow: { [target]: SLOW_MS } });
    expect((await timed(key, payload)).ms).toBeGreaterThanOrEqual(SLOW_MS);
    const others = { storage: 0, jira: 0, confluence: 0, queue: 0, [target]: 0 };
    fixture.site.host.faults.set({ slow: others });
    // The quickest of some: a machine that does other things too may keep one waiting.
    const quick = [await timed(key, payload), await timed(key, payload), await timed(key, payload)];
    expect(Math.min(...quick.map(({ ms }) => ms))).toBeLessThan(SLOW_MS);
  });
});

describe('queues', () => {
  test('deliver after the delay, at the exact second', async () => {
    await valueOf('later', { key: 'a', delay: 30 });
    await advance(29);
    expect(stored(fixture, 'work')).toBeUndefined();
    await advance(2);
    expect(stored(fixture, 'work')).toEqual([{ key: 'a', at: '2026-03-02T09:00:30.000Z' }]);
  });

  test('try again after a thrown error', async () => {
    await valueOf('later', { key: 'boom', delay: 0 });
    await fixture.site.clock.drain();
    expect(stored(fixture, 'work')).toBeUndefined();
    await advance(60);
    expect(stored(fixture, 'work')).toEqual([{ key: 'boom', at: '2026-03-02T09:00:05.000Z' }]);
    expect(fixture.site.host.jobs.latest(1)[0]).toMatchObject({ state: 'done', attempts: 2 });
  });
});

describe('product events', () => {
  test('arrive a little late', async () => {
    fixture.jira.change('IT-1');
    await fixture.site.clock.drain();
    expect(stored(fixture, 'seen')).toBeUndefined();
    await advance(1);
    expect(stored(fixture, 'seen')).toEqual([{ key: 'IT-1', at: '2026-03-02T09:00:01.000Z', retries: 0 }]);
  });

  test('pass the filters of the manifest only', async () => {
    fixture.jira.change('IT-1', 'description');
    fixture.jira.change('IT-1', 'status', true);
    await advance(10);
    expect(stored(fixture, 'seen')).toBeUndefined();
  });

  test('come twice or never when the site plays that', async () => {
    fixture.site.host.faults.set({ events: { duplicate: 1 } });
    fixture.jira.change('IT-1');
    await advance(5);
    expect(stored(fixture, 'seen')).toHaveLength(2);
    fixture.site.host.faults.set({ events: { drop: 1 } });
    fixture.jira.change('IT-1');
    await advance(300);
    expect(stored(fixture, 'seen')).toHaveLength(2);
  });

  test('are tried again when the handler asks for it, with the count of tries', async () => {
    fixture.jira.change('TRY-1');
    await advance(120);
    expect(stored(fixture, 'seen')).toEqual([
      { key: 'TRY-1', at: new Date(START + 61_000).toISOString(), retries: 2 },
    ]);
  });

  test('a handler that throws is not tried again', async () => {
    fixture.site.host.faults.set({ storage: { failing: 1 } });
    fixture.jira.change('IT-1');
    await advance(5);
    fixture.site.host.faults.set({});
    await advance(3600);
    expect(stored(fixture, 'seen')).toBeUndefined();
    expect(fixture.site.host.deliveries.latest(1)[0]).toMatchObject({ state: 'failed', attempts: 1 });
  });

  test('a handler whose machine dies is tried again', async () => {
    fixture.site.host.faults.set({ crash: { afterWrites: 1, functionKey: 'onIssue' } });
    fixture.jira.change('IT-1');
    await advance(60);
    expect(stored(fixture, 'seen')).toHaveLength(2);
  });

  test('installation is announced once', async () => {
    await advance(5);
    fixture.site.host.announceLifecycle();
    await advance(5);
    expect(stored(fixture, 'installed')).toHaveLength(1);
  });
});

test('an hour of five-minute ticks is twelve runs', async () => {
  await advance(3600);
  expect(stored(fixture, 'ticks')).toHaveLength(12);
});
