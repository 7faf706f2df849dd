import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { callFixture, openFixture, START, type Fixture } from './testing/open-fixture';

// Each test opens a site, and processes start slowly on a busy machine.
jest.setTimeout(20_000);

let first: Fixture;
let second: Fixture;

beforeEach(async () => {
  first = await openFixture();
  second = await openFixture(first.site);
  first.site.host.processes.warm = 1;
}, 60_000);
afterEach(async () => {
  await second.site.close();
  await first.site.close();
});

const valueOf = async (fixture: Fixture, key: string, payload?: unknown): Promise<unknown> => {
  const result = await callFixture(fixture, key, payload);
  if (result.outcome !== 'ok') throw new Error(result.error);
  return result.value;
};
const served = (fixture: Fixture) => valueOf(fixture, 'served');
const isoAt = (instant: number) => new Date(instant).toISOString();

describe('module state', () => {
  test('survives in a process and is shared by two installations', async () => {
    expect([await served(first), await served(second), await served(first)]).toEqual([1, 2, 3]);
  });

  test('vanishes when the processes are forgotten', async () => {
    await served(first);
    first.site.host.processes.recycle();
    expect(await served(second)).toBe(1);
  });

  test('begins anew where code is kept beside the bundle, and where that code is spoiled', async () => {
    const kept = path.join(first.site.host.bundleDir, 'index.cjs.v8');
    await served(first);
    writeFileSync(kept, 'spoiled');
    first.site.host.processes.recycle();
    expect(await served(first)).toBe(1);
    const mended = statSync(kept).size;
    expect(mended).toBeGreaterThan(1_000);
    first.site.host.processes.recycle();
    expect(await served(first)).toBe(1);
    expect(statSync(kept).size).toBe(mended);
  });

  test('does not survive a process that is forgotten while it serves', async () => {
    const under = valueOf(first, 'leftBehind', { waitMs: 100 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    first.site.host.processes.recycle();
    await under;
    expect(await served(first)).toBe(1);
  });

  test('is of one process only: two invocations at once have one each', async () => {
    expect(await Promise.all([served(first), served(second)])).toEqual([1, 1]);
  });

  test('never meets another invocation when no process is kept', async () => {
    first.site.host.processes.warm = 0;
    expect([await served(first), await served(first)]).toEqual([1, 1]);
  });

  test('is forgotten at random as often as told, and the same way again', async () => {
    const colds = async () => {
      first.site.host.processes.warm = 0.5;
      const results = [];
      for (let at = 0; at < 20; at += 1) results.push((await callFixture(first, 'served')).record.cold);
      return results;
    };
    await served(first);
    const once = await colds();
    expect(once.filter(Boolean).length).toBeGreaterThan(4);
    expect(once.filter(Boolean).length).toBeLessThan(16);
    expect(await colds()).toEqual(once);
  }, 60_000);

  test('the share of warm invocations is a share', () => {
    expect(() => (first.site.host.processes.warm = 1.5)).toThrow(RangeError);
  });
});

describe('what belongs to an invocation', () => {
  test('each installation sees its own storage, ids and time in one process', async () => {
    await second.site.clock.advance(3_600_000);
    const [mine, theirs] = [await valueOf(first, 'surroundings'), await valueOf(second, 'surroundings')];
    expect(mine).toMatchObject({ time: isoAt(START) });
    expect(theirs).toMatchObject({ time: isoAt(START + 3_600_000) });
    expect(mine).not.toMatchObject({ installation: (theirs as { installation: string }).installation });
    await valueOf(first, 'put', { key: 'n1', note: { state: 'open', due: '2026-01-02' } });
    expect(await valueOf(second, 'get', { key: 'n1' })).toBeUndefined();
  });

  test('a timer left over goes on as what it was, and may ask the platform nothing', async () => {
    const before = (await valueOf(first, 'surroundings')) as { readonly installation: string };
    await valueOf(first, 'leaveBehind', { afterMs: 50 });
    await second.site.clock.advance(3_600_000);
    expect(await valueOf(second, 'leftBehind', { waitMs: 200 })).toEqual([
      {
        installation: before.installation,
        time: isoAt(START),
        asked: expect.stringContaining('outside a running invocation') as unknown,
      },
    ]);
  });

  test('who awaits a promise that another installation started goes on as themselves', async () => {
    await valueOf(first, 'startShared');
    const theirs = (await valueOf(second, 'surroundings')) as { readonly installation: string };
    expect(await valueOf(second, 'shared')).toMatchObject({ installation: theirs.installation });
  });

  test('who calls is each their own', async () => {
    await callFixture(first, 'issueAsUser', { key: 'IT-1' }, 'ada');
    await callFixture(second, 'issueAsUser', { key: 'IT-1' }, 'boris');
    const actors = [first, second].map(({ jira }) => jira.asked.at(-1)?.actor);
    expect(actors).toEqual([
      { kind: 'user', accountId: 'ada' },
      { kind: 'user', accountId: 'boris' },
    ]);
  });
});

test('an installation that closes leaves the processes to the other', async () => {
  await served(first);
  await second.site.reset();
  expect(await served(first)).toBe(2);
});
